using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;
using Platform.Model.ChangeFeed;
using Platform.Storage.Catalogue.Import;

namespace Platform.Storage.Sqlite;

/// <summary>Saves rows by one prepared statement a table, bypassing change tracking, which would be most of an import's cost.</summary>
internal sealed class SqliteBulkRows(LibraryDb db) : IBulkRows
{
    private readonly RowInsert<BibliographicRecord> _records = new(db);
    private readonly RowInsert<RecordContent> _contents = new(db);
    private readonly RowInsert<Item> _items = new(db);
    private readonly RowInsert<ImportLine> _lines = new(db);
    private readonly RowInsert<ChangeFeedEntry> _feed = new(db);

    public Task<IReadOnlyList<long>> InsertAsync(IReadOnlyList<BibliographicRecord> records, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // SQLite works in this thread whatever the call is named.
        var ids = new long[records.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = Insert(records[i], at);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<long>>(ids);
    }

    public Task InsertAsync(IReadOnlyList<Item> items, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var item in items)
            Insert(item, item.RecordId, at);
        return Task.CompletedTask;
    }

    public Task InsertAsync(IReadOnlyList<ImportLine> lines, CancellationToken cancellationToken)
    {
        foreach (var line in lines)
            _lines.Insert(line);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _records.Dispose();
        _contents.Dispose();
        _items.Dispose();
        _lines.Dispose();
        _feed.Dispose();
    }

    private long Insert(BibliographicRecord record, DateTimeOffset at)
    {
        record.Version = 1;
        var id = _records.Insert(record);
        _contents.Insert(record.Content, key: id);
        _feed.Insert(Created(nameof(BibliographicRecord), id, record.LibraryId, at));
        foreach (var item in record.Items)
            Insert(item, id, at);
        return id;
    }

    private void Insert(Item item, long recordId, DateTimeOffset at)
    {
        (item.RecordId, item.Version) = (recordId, 1);
        _feed.Insert(Created(nameof(Item), _items.Insert(item), item.LibraryId, at));
    }

    private ChangeFeedEntry Created(string entity, long id, long libraryId, DateTimeOffset at) => new()
    {
        Entity = entity,
        EntityId = id,
        Kind = ChangeKind.Created,
        LibraryId = libraryId,
        Actor = db.Scope.Actor,
        At = at,
    };
}
