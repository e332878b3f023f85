using Platform.Marc.Charsets;
using Platform.Marc.Content;

namespace Platform.Marc;

/// <summary>
/// Looks at records whose text beyond ASCII is not what their leader says, and suggests the Vietnamese encoding from before
/// Unicode that gives the most Vietnamese. It only suggests: a person who knows the file decides.
/// </summary>
public sealed class CharsetDetector
{
    private const int FewestLetters = 20;
    private const int MostBytes = 1_000_000;

    private static readonly MarcCharset[] Candidates = [MarcCharset.Tcvn3, MarcCharset.Vni, MarcCharset.Viscii, MarcCharset.Cp1258];

    private readonly VietnameseScore[] _scores = [.. Candidates.Select(_ => new VietnameseScore())];
    private readonly VietnameseScore _asRead = new();
    private readonly ByteBuffer _scratch = new();
    private int _bytes;

    /// <summary>The encoding to try; null when the text is well as it is, or there is too little of it to tell.</summary>
    public MarcCharset? Suggestion
    {
        get
        {
            var best = Enumerable.Range(0, Candidates.Length).MaxBy(i => _scores[i].Likelihood);
            return _scores[best].Letters >= FewestLetters && _scores[best].Likelihood > 0.5 && _scores[best].Likelihood > _asRead.Likelihood * 1.2
                ? Candidates[best]
                : null;
        }
    }

    /// <summary>Takes a record into account. After a megabyte of text beyond ASCII nothing more is looked at.</summary>
    public void Look(MarcRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (_bytes > MostBytes || record.Bytes.IsEmpty)
            return;
        foreach (ref readonly var slot in record.Slots)
            if (!slot.IsControl)
                foreach (var subfield in new DataFieldView(slot.In(record.Content)))
                    if (!System.Text.Ascii.IsValid(subfield.Text))
                        Look(record.Coding, subfield.Text);
    }

    private void Look(TextCoding coding, ReadOnlySpan<byte> text)
    {
        _bytes += text.Length;
        _asRead.Add(coding.Decode(text));
        for (var i = 0; i < Candidates.Length; i++)
        {
            _scratch.CutTo(0);
            VietnameseCharsets.Decode(Candidates[i], text, _scratch);
            _scores[i].Add(System.Text.Encoding.UTF8.GetString(_scratch.Span));
        }
    }
}
