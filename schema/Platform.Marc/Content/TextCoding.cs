using System.Text;
using Platform.Marc.Charsets;
using Platform.Marc.Marc8;

namespace Platform.Marc.Content;

/// <summary>How the text of one record is encoded, and the one way it is turned into Unicode.</summary>
/// <param name="Charset">As asked for by the reader of the file; <see cref="MarcCharset.Auto"/> to decide by leader and bytes.</param>
/// <param name="DeclaresUtf8">Whether leader/09 is <c>a</c>.</param>
/// <param name="NumericReferences">Whether <c>&amp;#x…;</c> in MARC-8 is a character.</param>
internal readonly record struct TextCoding(MarcCharset Charset, bool DeclaresUtf8, bool NumericReferences)
{
    /// <summary>Whether all text of the record was seen to be well-formed UTF-8: then nothing is left to be decided piece by piece.</summary>
    public bool IsVerifiedUtf8 { get; private init; }

    [ThreadStatic]
    private static ByteBuffer? s_scratch;

    /// <summary>Text that is UTF-8 because we wrote it.</summary>
    public static TextCoding Utf8 { get; } = new(MarcCharset.Utf8, true, false) { IsVerifiedUtf8 = true };

    /// <summary>Whether ASCII bytes may stand for something else: escape sequences, references, Vietnamese code pages.</summary>
    public bool AsciiMayNotBeItself => Charset > MarcCharset.Utf8 || Charset == MarcCharset.Auto && !DeclaresUtf8;

    /// <summary>The coding with the knowledge of one quick look at all bytes of the record.</summary>
    public TextCoding Verified(ReadOnlySpan<byte> record)
    {
        var isUtf8 = Charset switch
        {
            MarcCharset.Auto when DeclaresUtf8 => System.Text.Unicode.Utf8.IsValid(record),
            MarcCharset.Auto or MarcCharset.Marc8 => IsPlainAscii(record),
            MarcCharset.Utf8 => System.Text.Unicode.Utf8.IsValid(record),
            _ => false,
        };
        return isUtf8 ? this with { IsVerifiedUtf8 = true } : this;
    }

    public string Decode(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return "";
        var scratch = s_scratch ??= new ByteBuffer();
        return Encoding.UTF8.GetString(ToUtf8(text, scratch, out _));
    }

    /// <summary>The text as well-formed UTF-8: the given bytes themselves where they are, otherwise in the scratch space.</summary>
    public ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> text, ByteBuffer scratch, out TextFaults faults)
    {
        faults = TextFaults.None;
        if (IsVerifiedUtf8)
            return text;
        if (Charset == MarcCharset.Utf8 || Charset == MarcCharset.Auto && DeclaresUtf8)
            return Unicode(text, scratch, out faults);
        if (Charset is MarcCharset.Auto or MarcCharset.Marc8)
            return IsPlainAscii(text) ? text : Marc8(text, scratch, out faults);
        scratch.CutTo(0);
        faults = VietnameseCharsets.Decode(Charset, text, scratch);
        return scratch.Span;
    }

    // Plain ASCII means the same in MARC-8 unless it holds an escape sequence or a reference.
    private bool IsPlainAscii(ReadOnlySpan<byte> text) =>
        System.Text.Ascii.IsValid(text)
        && !text.Contains(Separators.Escape)
        && !(NumericReferences && text.IndexOf("&#x"u8) >= 0);

    private ReadOnlySpan<byte> Unicode(ReadOnlySpan<byte> text, ByteBuffer scratch, out TextFaults faults)
    {
        faults = TextFaults.None;
        if (System.Text.Unicode.Utf8.IsValid(text))
            return text;
        scratch.CutTo(0);
        // A leader that lies: the bytes are sound MARC-8. Decided for this piece of text only, its neighbours may be right.
        if (Charset == MarcCharset.Auto && Marc8Decoder.Decode(text, scratch, NumericReferences) == TextFaults.None)
        {
            faults = TextFaults.WrongEncoding;
            return scratch.Span;
        }
        faults = TextFaults.Undecodable;
        scratch.CutTo(0);
        scratch.WriteUtf8(Encoding.UTF8.GetString(text));
        return scratch.Span;
    }

    private ReadOnlySpan<byte> Marc8(ReadOnlySpan<byte> text, ByteBuffer scratch, out TextFaults faults)
    {
        // ANSEL puts a mark before an ASCII letter, which no UTF-8 sequence does: text that is sound UTF-8 is nothing else.
        if (Charset == MarcCharset.Auto && !System.Text.Ascii.IsValid(text) && !text.Contains(Separators.Escape)
            && System.Text.Unicode.Utf8.IsValid(text))
        {
            faults = TextFaults.WrongEncoding;
            return text;
        }
        scratch.CutTo(0);
        faults = Marc8Decoder.Decode(text, scratch, NumericReferences);
        return scratch.Span;
    }
}
