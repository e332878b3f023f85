using System.Globalization;
using System.Text;
using Platform.FileReader.Pdf;

namespace Platform.FileReader;

/// <summary>
/// Reads one file that may be hostile, in a process of its own: <c>text FORMAT PATH CHARACTERS</c> or <c>thumbnail FORMAT PATH PIXELS</c>.
/// The first line of its output is how it went, the rest what was read. Whoever starts it bounds its time and memory; when it dies, nothing
/// else does.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [var what, var format, var path, var bound] || !int.TryParse(bound, NumberStyles.None, CultureInfo.InvariantCulture, out var most))
            return 2;
        using var output = Console.OpenStandardOutput();
        var (outcome, bytes) = what is "text" ? Text(format, path, most) : Thumbnail(format, path, most);
        output.Write(Encoding.ASCII.GetBytes(outcome + "\n"));
        output.Write(bytes);
        return 0;
    }

    private static (string Outcome, byte[] Bytes) Text(string format, string path, int most)
    {
        var text = new BoundedText(most);
        var outcome = FileText.Read(format, path, text);
        return (outcome is "Read" && text.IsEmpty ? "NoText" : outcome, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static (string Outcome, byte[] Bytes) Thumbnail(string format, string path, int most) =>
        format is "Pdf" ? PagePicture.Draw(path, most) : Picture.Reduce(path, most) is { } bytes ? ("Read", bytes) : ("Unreadable", []);
}
