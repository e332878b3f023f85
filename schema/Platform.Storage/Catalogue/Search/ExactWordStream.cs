using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Platform.Model.Catalogue.Search;
using Platform.Model.Text;

namespace Platform.Storage.Catalogue.Search;

/// <summary>The words of texts as they are written, each in the form in which marks are compared.</summary>
internal sealed class ExactWordStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private IReadOnlyList<string?> _texts = [];
    private int _text;
    private int _next;

    public ExactWordStream() => _term = AddAttribute<ICharTermAttribute>();

    /// <summary>The stream over other texts; a null has no words.</summary>
    public ExactWordStream Over(IReadOnlyList<string?> texts)
    {
        _texts = texts;
        return this;
    }

    public override void Reset()
    {
        base.Reset();
        (_text, _next) = (0, 0);
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        for (; _text < _texts.Count; (_text, _next) = (_text + 1, 0))
            if (_texts[_text] is { } text && SearchWord.Next(text, ref _next) is { IsEmpty: false } word)
                return Take(word);
        return false;
    }

    private bool Take(ReadOnlySpan<char> word)
    {
        word = word[..Math.Min(word.Length, WordStream.LongestWord)];
        var letters = _term.ResizeBuffer(VietnameseSyllable.MostExact(word.Length));
        _term.Length = VietnameseSyllable.WriteExact(word, letters);
        return true;
    }
}
