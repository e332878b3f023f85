using Microsoft.EntityFrameworkCore;

namespace Platform.Reporting.Metrics;

/// <summary>The lent copies' numbers and titles, read once for a report, not for each loan nor each reading of loans.</summary>
internal sealed class LentCopies
{
    private const int Batch = 500;
    private Dictionary<long, FactSubject>? _known;

    /// <summary>Reads the copies of the library itself.</summary>
    public async Task LoadAsync(FactQuery query, CancellationToken cancellationToken)
    {
        if (_known is not null)
            return;
        var items = await query.Db.Items.AsNoTracking()
            .Where(i => i.LibraryId == query.LibraryId)
            .Select(i => new { i.Id, i.RegistrationNumber, i.Record.Title })
            .ToListAsync(cancellationToken);
        _known = items.ToDictionary(i => i.Id, i => new FactSubject(i.RegistrationNumber, ShortLabel.Of(i.Title)));
    }

    /// <summary>The copy of a loan; null when it is another library's.</summary>
    public FactSubject? Find(long itemId) => _known!.GetValueOrDefault(itemId); // loaded before loans are read

    /// <summary>Adds the loans of other libraries' copies.</summary>
    public async Task AddForeignAsync(FactQuery query, FactBook book, IReadOnlyList<LoanRow> foreign, CancellationToken cancellationToken)
    {
        foreach (var ids in foreign.Select(row => row.ItemId).Where(id => Find(id) is null).Distinct().Chunk(Batch))
        {
            var items = await query.Db.Items.AsNoTracking().Where(i => ids.Contains(i.Id))
                .Select(i => new { i.Id, i.RegistrationNumber, i.Record.Title })
                .ToListAsync(cancellationToken);
            foreach (var item in items)
                _known!.Add(item.Id, new FactSubject(item.RegistrationNumber, ShortLabel.Of(item.Title)));
        }
        foreach (var row in foreign)
            book.Add(row.Values(), row.ToFact(Find(row.ItemId)!)); // a loan has a copy
    }
}
