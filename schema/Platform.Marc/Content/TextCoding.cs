using System.Buffers;
using System.Text;

namespace Platform.Marc.Content;

/// <summary>What is wrong with a piece of text.</summary>
[Flags]
internal enum TextFaults
{
    None = 0,
    WrongEncoding = 1,
    Undecodable = 2,
    Escape = 4,
    CombiningMark = 8,
}

/// <summary>How the text of one record is encoded, and the one way it is turned into Unicode.</summary>
/// <param name="Charset">As asked for by the reader of the file; <see cref="MarcCharset.Auto"/> to decide by leader and bytes.</param>
/// <param name="DeclaresUtf8">Whether leader/09 is <c>a</c>.</param>
/// <param name="NumericReferences">Whether <c>&amp;#x…;</c> in MARC-8 is a character.</param>
internal readonly record struct TextCoding(MarcCharset Charset, bool DeclaresUtf8, bool NumericReferences)
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_scratch;

    /// <summary>Text that is UTF-8 because we wrote it.</summary>
    public static TextCoding Utf8 { get; } = new(MarcCharset.Utf8, true, false);

    public string Decode(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return "";
        var scratch = s_scratch ??= new ArrayBufferWriter<byte>(1024);
        return Encoding.UTF8.GetString(ToUtf8(text, scratch, out _));
    }

    /// <summary>The text as well-formed UTF-8: the given bytes themselves where they are, otherwise in the scratch space.</summary>
    public ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> scratch, out TextFaults faults)
    {
        faults = TextFaults.None;
        if (Charset <= MarcCharset.Utf8 && System.Text.Unicode.Utf8.IsValid(text))
            return text;
        faults = TextFaults.Undecodable;
        scratch.ResetWrittenCount();
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text), scratch);
        return scratch.WrittenSpan;
    }
}
