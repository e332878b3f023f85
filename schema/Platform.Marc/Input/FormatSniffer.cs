using System.Globalization;
using Platform.Marc.Content;
using Platform.Marc.Iso2709;

namespace Platform.Marc.Input;

/// <summary>Recognises a format by the first bytes of a file.</summary>
internal static class FormatSniffer
{
    private const int Lookahead = 64 * 1024;

    public static async ValueTask<MarcFormat?> SniffAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        while (window.Bytes.Length < Lookahead && !window.IsComplete)
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
        return Recognise(window.Bytes);
    }

    public static MarcReading Unknown(ReadOnlySpan<byte> bytes)
    {
        var known = bytes.StartsWith("%PDF"u8) ? " It is a PDF."
            : bytes.StartsWith("PK\x3\x4"u8) ? " It is a ZIP archive (or XLSX, DOCX)."
            : bytes is [0x1F, 0x8B, ..] ? " It is compressed with gzip."
            : "";
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"The input is neither ISO 2709, MARCXML, MARC-in-JSON nor .mrk.{known} It begins with '{FieldText.Of(bytes[..Math.Min(bytes.Length, 24)])}'.");
        return new MarcReading(null, 0, 0, [new MarcProblem(MarcRule.UnknownFormat, MarcSeverity.Fatal, 0, 0, null, message)]);
    }

    private static MarcFormat? Recognise(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        text = text.TrimStart(" \t\r\n\0"u8);
        if (text.IsEmpty)
            return null;
        if (IsUtf16(bytes) || text[0] == '<')
            return MarcFormat.MarcXml;
        if (text[0] is (byte)'{' or (byte)'[')
            return MarcFormat.Json;
        if (text[0] == '=' && text.Length > 4 && text[4] is (byte)' ')
            return MarcFormat.Mrk;
        return HoldsIso2709(bytes) ? MarcFormat.Iso2709 : null;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    // A leader anywhere near the front, or the three separators in the order a record has them.
    private static bool HoldsIso2709(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + Leader.Length <= bytes.Length; i++)
            if (LeaderShape.IsCertain(bytes[i..]))
                return true;
        var start = bytes.TrimStart(" \r\n\0"u8);
        return LeaderShape.IsPlausible(bytes) || LeaderShape.IsPlausible(start);
    }
}
