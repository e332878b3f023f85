using System.Text;
using Platform.Marc.Charsets;
using Platform.Marc.Content;

namespace Platform.Marc.Mrk;

/// <summary>The text of a .mrk file: UTF-8, or MARC-8 whose characters beyond ASCII are spelt as names in braces.</summary>
internal sealed class MrkText(MarcReadOptions options)
{
    private static readonly Lazy<Dictionary<string, byte>> Names = new(
        () => TableResource.Lines("mnemonics.txt").Select(line => line.Split(' ')).ToDictionary(cells => cells[0], cells => (byte)TableResource.Hex(cells[1])));

    private readonly ByteBuffer _bytes = new();
    private bool _hasMarc8Names;

    /// <summary>The text of a field of fixed positions, whose blanks are written as backslashes.</summary>
    public string DecodeFixed(ReadOnlySpan<byte> text)
    {
        var plain = text.ToArray();
        plain.AsSpan().Replace((byte)'\\', (byte)' ');
        return Decode(plain);
    }

    public string Decode(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'{'))
            return Coding(MarcCharset.Auto).Decode(text);
        Spell(text);
        return Coding(_hasMarc8Names ? MarcCharset.Marc8 : MarcCharset.Auto).Decode(_bytes.Span);
    }

    private TextCoding Coding(MarcCharset fallback) =>
        new(options.Charset == MarcCharset.Auto ? fallback : options.Charset, DeclaresUtf8: true, options.NumericReferences);

    // Names that are not known stay as they stand: braces may be text.
    private void Spell(ReadOnlySpan<byte> text)
    {
        _bytes.CutTo(0);
        _hasMarc8Names = false;
        while (!text.IsEmpty)
        {
            var end = text[0] == '{' ? text.IndexOf((byte)'}') : -1;
            if (end > 0 && Names.Value.TryGetValue(Encoding.Latin1.GetString(text[1..end]), out var code))
            {
                _bytes.Write(code);
                _hasMarc8Names |= code is >= 0x80 or Separators.Escape;
                text = text[(end + 1)..];
                continue;
            }
            _bytes.Write(text[0]);
            text = text[1..];
        }
    }
}
