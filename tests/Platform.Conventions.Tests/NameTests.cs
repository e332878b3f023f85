using System.Text.RegularExpressions;

namespace Platform.Conventions.Tests;

/// <summary>Names and shapes that the house does not want, found by reading the tree.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void NoFile_HasANameThatAcceptsAnything() =>
        Sources().Where(file => VagueName().IsMatch(Path.GetFileNameWithoutExtension(file))).ShouldBeEmpty();

    [Fact]
    public void TopLevel_IsAsDesigned()
    {
        string[] designed = ["api", "reporting", "schema", "tests", "tools", "artifacts", "TestResults", "data", "Platform.sln", "README.md", "Directory.Build.props", "LICENSE", "global.json"];

        var found = Directory.EnumerateFileSystemEntries(SharedData.ProjectRoot)
            .Select(entry => Path.GetFileName(entry))
            .Where(name => !name.StartsWith('.'));

        found.Except(designed).ShouldBeEmpty();
    }

    [Fact]
    public void EveryType_StandsInTheNamespaceOfItsFolder()
    {
        var strays =
            from file in Sources()
            let declared = Namespace().Match(File.ReadAllText(file)).Groups[1].Value
            let expected = NamespaceOf(file)
            where declared.Length > 0 && declared != expected
            select $"{Path.GetRelativePath(SharedData.ProjectRoot, file)}: {declared}, expected {expected}";

        strays.ShouldBeEmpty();
    }

    private static string NamespaceOf(string file)
    {
        var parts = Path.GetRelativePath(SharedData.ProjectRoot, file).Split(Path.DirectorySeparatorChar);
        return string.Join('.', parts[1..^1]);
    }

    private static IEnumerable<string> Sources() =>
        new[] { "api", "reporting", "schema", "tools", "tests" }
            .SelectMany(top => Directory.EnumerateFiles(Path.Combine(SharedData.ProjectRoot, top), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains("Migrations", StringComparison.Ordinal));

    [GeneratedRegex("(Helper|Helpers|Manager|Util|Utils|Utilities|Common|Misc|Service|Impl|Base)$")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
