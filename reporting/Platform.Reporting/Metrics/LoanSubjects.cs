using Microsoft.EntityFrameworkCore;

namespace Platform.Reporting.Metrics;

/// <summary>The lent copies' numbers and titles, read once for each copy, not for each of its loans.</summary>
internal sealed class LoanSubjects
{
    private const int Batch = 500;
    private readonly FactQuery _query;
    private readonly Dictionary<long, FactSubject> _known;
    private readonly List<LoanRow> _foreign = [];

    private LoanSubjects(FactQuery query, Dictionary<long, FactSubject> known) => (_query, _known) = (query, known);

    /// <summary>The copies of the library itself.</summary>
    public static async Task<LoanSubjects> OfAsync(FactQuery query, CancellationToken cancellationToken)
    {
        var items = await query.Db.Items.AsNoTracking()
            .Where(i => i.LibraryId == query.LibraryId)
            .Select(i => new { i.Id, i.RegistrationNumber, i.Record.Title })
            .ToListAsync(cancellationToken);
        return new LoanSubjects(query, items.ToDictionary(i => i.Id, i => new FactSubject(i.RegistrationNumber, ShortLabel.Of(i.Title))));
    }

    /// <summary>Adds a loan of a copy of the library; a loan of another library's copy waits for <see cref="AddForeignAsync"/>.</summary>
    public void Add(FactBook book, in LoanRow row)
    {
        if (_known.TryGetValue(row.ItemId, out var subject))
            book.Add(row.Values(), row.ToFact(subject));
        else
            _foreign.Add(row);
    }

    /// <summary>Adds the loans of other libraries' copies.</summary>
    public async Task AddForeignAsync(FactBook book, CancellationToken cancellationToken)
    {
        foreach (var ids in _foreign.Select(row => row.ItemId).Distinct().Chunk(Batch))
        {
            var items = await _query.Db.Items.AsNoTracking().Where(i => ids.Contains(i.Id))
                .Select(i => new { i.Id, i.RegistrationNumber, i.Record.Title })
                .ToListAsync(cancellationToken);
            foreach (var item in items)
                _known.Add(item.Id, new FactSubject(item.RegistrationNumber, ShortLabel.Of(item.Title)));
        }
        foreach (var row in _foreign)
            Add(book, row);
        _foreign.Clear();
    }
}
