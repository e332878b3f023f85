using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Words that are already folded, as Lucene wants them: blanks part words, line ends part texts that no phrase may span.</summary>
internal sealed class WordStream : TokenStream
{
    /// <summary>Of a longer word, only so many characters are compared: the index cannot hold words without end.</summary>
    public const int LongestWord = 255;

    // Further apart than any phrase is long.
    private const int GapBetweenTexts = 100;

    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private string _text = "";
    private int _next;
    private int _gap;

    public WordStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>The stream over another text.</summary>
    public WordStream Over(string text)
    {
        _text = text;
        return this;
    }

    public override void Reset()
    {
        base.Reset();
        (_next, _gap) = (0, 0);
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        while (_next < _text.Length && _text[_next] is ' ' or '\n')
            _gap += _text[_next++] == '\n' ? GapBetweenTexts : 0;
        if (_next >= _text.Length)
            return false;
        var end = _text.AsSpan(_next).IndexOfAny(' ', '\n');
        var length = end < 0 ? _text.Length - _next : end;
        var kept = Math.Min(length, LongestWord);
        _text.CopyTo(_next, _term.ResizeBuffer(kept), 0, kept);
        _term.Length = kept;
        _increment.PositionIncrement = 1 + _gap;
        (_next, _gap) = (_next + length, 0);
        return true;
    }
}
