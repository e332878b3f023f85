using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue.Search;

namespace Platform.Api.Catalogue;

/// <summary>The texts of records in which words of a search can be marked: one statement for any number of records.</summary>
internal sealed class RecordTexts
{
    private readonly Dictionary<long, IReadOnlyList<(HighlightedText Text, string? Value)>> _texts;

    private RecordTexts(Dictionary<long, IReadOnlyList<(HighlightedText Text, string? Value)>> texts) => _texts = texts;

    public static async Task<RecordTexts> ReadAsync(LibraryDb db, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var records = await db.Records.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new { r.Id, r.Title, r.OtherTitles, r.Author, r.Responsibility, r.Contributors, r.Subjects, r.Series, r.Publisher, r.Summary })
            .ToListAsync(cancellationToken);
        return new RecordTexts(records.ToDictionary(r => r.Id, r => (IReadOnlyList<(HighlightedText, string?)>)
        [
            (HighlightedText.Title, r.Title), (HighlightedText.OtherTitles, r.OtherTitles), (HighlightedText.Author, r.Author),
            (HighlightedText.Responsibility, r.Responsibility), (HighlightedText.Contributors, r.Contributors), (HighlightedText.Subjects, r.Subjects),
            (HighlightedText.Series, r.Series), (HighlightedText.Publisher, r.Publisher), (HighlightedText.Summary, r.Summary),
        ]));
    }

    /// <summary>The texts of a record that have a word of the search, with the places.</summary>
    public IReadOnlyList<RecordHighlight> HighlightsOf(long recordId, Highlighting highlighting) =>
    [
        .. from text in _texts.GetValueOrDefault(recordId, [])
           where text.Value is not null
           let spans = highlighting.SpansIn(text.Value)
           where spans.Count > 0
           select new RecordHighlight(text.Text, text.Value, spans),
    ];
}

/// <summary>A text of a record in which words of the search stand.</summary>
/// <param name="Field">Which text.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Spans">The stretches that matched, in order, neighbours joined.</param>
internal sealed record RecordHighlight(HighlightedText Field, string Text, IReadOnlyList<TextSpan> Spans);

/// <summary>A text of a record in which words can be marked; names are those of its fields.</summary>
internal enum HighlightedText
{
    /// <summary>Title proper.</summary>
    Title,

    /// <summary>Other titles it is known by, one a line.</summary>
    OtherTitles,

    /// <summary>Main author.</summary>
    Author,

    /// <summary>Statement of responsibility.</summary>
    Responsibility,

    /// <summary>Other persons and bodies, one a line.</summary>
    Contributors,

    /// <summary>Subject headings, one a line.</summary>
    Subjects,

    /// <summary>Series.</summary>
    Series,

    /// <summary>Publisher.</summary>
    Publisher,

    /// <summary>Summary.</summary>
    Summary,
}
