using Platform.Marc.Content;

namespace Platform.Marc.Charsets;

/// <summary>The Vietnamese encodings from before Unicode, read on request only: nothing in their bytes tells them apart for certain.</summary>
internal static class VietnameseCharsets
{
    private const int MostMarks = 8;

    private static readonly Lazy<Dictionary<string, CodeTable>> Tables = new(() => TableResource.Sets("vietnamese.txt"));

    /// <summary>Appends the text as UTF-8, composed, and says what was wrong with it.</summary>
    public static TextFaults Decode(MarcCharset charset, ReadOnlySpan<byte> text, ByteBuffer output) =>
        charset == MarcCharset.Vni ? VniText.Decode(text, output) : Decode(Tables.Value[charset.ToString()], text, output);

    private static TextFaults Decode(CodeTable table, ReadOnlySpan<byte> text, ByteBuffer output)
    {
        Span<char> marks = stackalloc char[MostMarks];
        for (var i = 0; i < text.Length;)
        {
            var letter = Character(table, text[i++]);
            var count = 0;
            for (; i < text.Length && count < MostMarks && table.IsCombining(text[i]); i++)
                marks[count++] = table[text[i]];
            if (count == 0)
                output.WriteUtf8(letter);
            else
                output.WriteUtf8(Composition.Compose(letter, marks[..count]));
        }
        return TextFaults.None;
    }

    private static char Character(CodeTable table, byte code) => table[code] is not '\0' and var character ? character : (char)code;
}
