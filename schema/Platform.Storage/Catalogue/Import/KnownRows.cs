using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Storage.Catalogue.Import;

/// <summary>What the library has of a chunk's records and copies: looked up in two statements, completed while the chunk is decided.</summary>
internal sealed class KnownRows(LibraryDb db, long libraryId, bool remembers)
{
    private readonly Dictionary<string, long> _records = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    public async Task LoadAsync(IReadOnlyList<ReadRecord> chunk, CancellationToken cancellationToken)
    {
        if (!remembers)
        {
            _records.Clear();
            _deleted.Clear();
            _numbers.Clear();
        }
        await LoadRecordsAsync([.. chunk.Select(read => read.Record?.Fingerprint).OfType<string>()], cancellationToken);
        await LoadNumbersAsync([.. chunk.SelectMany(read => read.Items).Select(item => item.RegistrationNumber)], cancellationToken);
    }

    /// <summary>Key of the library's record with these bytes; 0 when it is about to be saved; null when it has none.</summary>
    public long? RecordWith(string fingerprint) => _records.TryGetValue(fingerprint, out var id) ? id : null;

    /// <summary>Whether the library has deleted its record with these bytes: then it is about to be there again.</summary>
    public bool Revives(string fingerprint) => _deleted.Remove(fingerprint);

    /// <summary>A record that is about to be saved.</summary>
    public void Add(string fingerprint) => _records[fingerprint] = 0;

    /// <summary>The key that a saved record got.</summary>
    public void Set(string fingerprint, long id) => _records[fingerprint] = id;

    /// <summary>Key of the record that a decision came to, once it is saved; null when there is none.</summary>
    public long? RecordOf(ImportDecision decision) =>
        decision.RecordId is > 0 ? decision.RecordId : decision.Read.Record is { } record && RecordWith(record.Fingerprint) is > 0 and var id ? id : null;

    /// <summary>Why a copy cannot be entered; null when it can, and then its number is taken.</summary>
    public string? RefusalOf(DescribedItem item)
    {
        if (item.Fault is { } fault)
            return fault;
        return _numbers.Add(item.RegistrationNumber) ? null : $"registration number '{item.RegistrationNumber}' is taken";
    }

    private async Task LoadRecordsAsync(List<string> fingerprints, CancellationToken cancellationToken)
    {
        var known = await db.Records.IgnoreQueryFilters([LibraryDb.DeletedFilter])
            .Where(r => r.LibraryId == libraryId && fingerprints.Contains(r.Fingerprint))
            // A record that was merged into another is deleted for good: its publication is there.
            .Select(r => new { r.Fingerprint, r.Id, IsDeleted = r.DeletedAt != null && !db.RecordMerges.Any(m => m.AbsorbedId == r.Id && m.UndoneAt == null) })
            .ToListAsync(cancellationToken);
        foreach (var record in known)
        {
            // A batch that remembers has revived it already, if it has met it before.
            if (_records.TryAdd(record.Fingerprint, record.Id) && record.IsDeleted)
                _deleted.Add(record.Fingerprint);
        }
    }

    private async Task LoadNumbersAsync(List<string> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
            return;
        var taken = db.Items.Where(i => i.LibraryId == libraryId && numbers.Contains(i.RegistrationNumber)).Select(i => i.RegistrationNumber);
        _numbers.UnionWith(await taken.ToListAsync(cancellationToken));
    }
}
