using System.Text;

namespace Platform.Testing;

/// <summary>
/// Compares text with a file that was read in review. On a difference the actual text is written beside it as <c>NAME.received</c>
/// and the test fails; <c>UPDATE_GOLDEN=1</c> accepts it instead, except in CI.
/// </summary>
public static class Golden
{
    private static bool Accepts =>
        Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && Environment.GetEnvironmentVariable("CI") is not "true";

    /// <summary>Compares with a golden file, path relative to the project's root.</summary>
    public static void Match(string actual, string relativePath)
    {
        var path = Path.Combine(SharedData.ProjectRoot, relativePath);
        var received = path + ".received";
        var text = Normalise(actual);
        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file under the root always has a folder
            File.WriteAllText(path, text, new UTF8Encoding(false));
            File.Delete(received);
            return;
        }
        var expected = File.Exists(path) ? Normalise(File.ReadAllText(path)) : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text, new UTF8Encoding(false));
        Assert.Fail(expected is null
            ? $"There is no golden file '{relativePath}' yet: read '{relativePath}.received' and accept it with UPDATE_GOLDEN=1."
            : $"'{relativePath}' differs at line {FirstDifference(expected, text)}: compare with '{relativePath}.received'.");
    }

    private static string Normalise(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string FirstDifference(string expected, string actual)
    {
        var (wanted, got) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(wanted.Length, got.Length))
            .First(i => wanted.ElementAtOrDefault(i) != got.ElementAtOrDefault(i));
        return $"{line + 1}:\n  expected: {wanted.ElementAtOrDefault(line)}\n  received: {got.ElementAtOrDefault(line)}";
    }
}
