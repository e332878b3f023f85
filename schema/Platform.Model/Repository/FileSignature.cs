using System.Text;
using System.Text.Unicode;

namespace Platform.Model.Repository;

/// <summary>
/// Tells the format of a file from its first bytes, never from its name. An archive needs a second look at its entries:
/// <see cref="ArchiveContents"/>.
/// </summary>
public static class FileSignature
{
    /// <summary>How many bytes from the start are enough.</summary>
    public const int HeadLength = 4096;

    private static readonly (byte[] Bytes, FileFormat Format)[] Plain =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], FileFormat.Png),
        ([0xFF, 0xD8, 0xFF], FileFormat.Jpeg),
        ("GIF87a"u8.ToArray(), FileFormat.Gif),
        ("GIF89a"u8.ToArray(), FileFormat.Gif),
        ("{\\rtf"u8.ToArray(), FileFormat.Rtf),
        ("OggS"u8.ToArray(), FileFormat.Ogg),
        ("ID3"u8.ToArray(), FileFormat.Mp3),
        ([0x1A, 0x45, 0xDF, 0xA3], FileFormat.Webm),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileFormat.LegacyOffice),
        ("PK\u0003\u0004"u8.ToArray(), FileFormat.Zip),
        ("PK\u0005\u0006"u8.ToArray(), FileFormat.Zip),
    ];

    // Windows, Linux, macOS and Java programs, scripts with an interpreter, Windows shortcuts, installers' cabinets.
    private static readonly byte[][] Programs =
    [
        "MZ"u8.ToArray(), [0x7F, 0x45, 0x4C, 0x46], [0xFE, 0xED, 0xFA], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE], "#!"u8.ToArray(), [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], "MSCF"u8.ToArray(), "dex\n"u8.ToArray(),
    ];

    private static readonly string[] MarkupOfPages = ["<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<img", "<meta"];

    /// <summary>The format; null when the bytes are of no format that the platform takes.</summary>
    public static FileFormat? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (bytes, format) in Plain)
            if (head.StartsWith(bytes))
                return format;
        return OfPdf(head) ?? OfRiff(head) ?? OfMp4(head) ?? OfMp3Frame(head) ?? OfText(head);
    }

    /// <summary>Whether the bytes are a program, whatever the file is called.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> head)
    {
        foreach (var start in Programs)
            if (head.StartsWith(start))
                return true;
        return false;
    }

    // Readers of PDF accept the mark within the first 1024 bytes.
    private static FileFormat? OfPdf(ReadOnlySpan<byte> head) =>
        head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0 ? FileFormat.Pdf : null;

    private static FileFormat? OfRiff(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head.StartsWith("RIFF"u8))
            return null;
        var form = head[8..12];
        if (form.SequenceEqual("WEBP"u8))
            return FileFormat.Webp;
        if (form.SequenceEqual("WAVE"u8))
            return FileFormat.Wav;
        return form.SequenceEqual("AVI "u8) ? FileFormat.Avi : null;
    }

    private static FileFormat? OfMp4(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head[4..8].SequenceEqual("ftyp"u8))
            return null;
        return head[8..11].SequenceEqual("M4A"u8) ? FileFormat.M4a : FileFormat.Mp4;
    }

    // ISO 11172-3: eleven bits set, layer III, a bit rate and a sampling rate that exist.
    private static FileFormat? OfMp3Frame(ReadOnlySpan<byte> head) =>
        head.Length > 3 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2 && (head[2] & 0xF0) is not (0xF0 or 0) && (head[2] & 0x0C) != 0x0C
            ? FileFormat.Mp3
            : null;

    private static FileFormat? OfText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || !IsUtf8(head) || HasControls(head))
            return null;
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        // A browser that is left to guess reads a page wherever one of these stands near the start.
        if (MarkupOfPages.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
            return FileFormat.Html;
        return text.Contains("<svg", StringComparison.OrdinalIgnoreCase) ? FileFormat.Svg : FileFormat.Text;
    }

    // The head may end within a character: up to three bytes of it are left out.
    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        for (var cut = 0; cut <= Math.Min(3, head.Length - 1); cut++)
            if (Utf8.IsValid(head[..^cut]))
                return cut == 0 || head.Length >= HeadLength;
        return false;
    }

    private static bool HasControls(ReadOnlySpan<byte> head)
    {
        foreach (var unit in head)
            if (unit < 0x20 && unit is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C))
                return true;
        return false;
    }
}
