using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Whole values as terms, such as numbers and headings.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private IReadOnlyList<string> _values = [];
    private int _next;

    public TermStream() => _term = AddAttribute<ICharTermAttribute>();

    /// <summary>The stream over other values.</summary>
    public TermStream Over(IReadOnlyList<string> values)
    {
        _values = values;
        return this;
    }

    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_next == _values.Count)
            return false;
        _term.SetEmpty().Append(_values[_next++]);
        return true;
    }
}
