using Platform.Reporting.Rendering;

namespace Platform.Reporting.Tests;

/// <summary>Keeps the files that goldens describe beside the test, so that a person can look at them.</summary>
internal static class Rendered
{
    public static byte[] Keep(ReportFile file)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "rendered"));
        File.WriteAllBytes(Path.Combine(folder.FullName, file.Name), file.Bytes);
        return file.Bytes;
    }
}
