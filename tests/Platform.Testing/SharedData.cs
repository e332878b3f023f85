using System.Runtime.CompilerServices;

namespace Platform.Testing;

/// <summary>The folder of outside test data beside the project: real MARC records and goldens. Absent on a user's machine.</summary>
public static class SharedData
{
    /// <summary>Root of the project's checkout.</summary>
    public static string ProjectRoot { get; } = FindRoot();

    private static string Root { get; } = Path.GetFullPath(Path.Combine(ProjectRoot, "..", "shared"));

    /// <summary>Full path of a file or folder of the shared data; skips the running test, with the reason, where it is missing.</summary>
    public static string Require(params string[] parts)
    {
        var path = Path.Combine([Root, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"The shared test data is not beside the project: '{Path.Combine("..", "shared", Path.Combine(parts))}' is missing.");
        return path;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No Platform.sln above '{AppContext.BaseDirectory}' (built from '{here}').");
    }
}
