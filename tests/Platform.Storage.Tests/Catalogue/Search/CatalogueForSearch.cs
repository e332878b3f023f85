using Microsoft.Extensions.Options;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Search;
using Platform.Model.Libraries;
using Platform.Model.Text;
using Platform.Storage.Catalogue.Search;

namespace Platform.Storage.Tests.Catalogue.Search;

/// <summary>A small catalogue with an index of its own.</summary>
internal sealed class CatalogueForSearch : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-index-").FullName;

    private CatalogueForSearch(LibraryDatabase database, Library library)
    {
        (Database, Library) = (database, library);
        Open();
    }

    public LibraryDatabase Database { get; }

    public Library Library { get; }

    public SearchIndex Index { get; private set; } = null!; // Open sets it

    public IndexFeed Feed { get; private set; } = null!;

    public IRecordSearch Search { get; private set; } = null!;

    public static async Task<CatalogueForSearch> WithAsync(params string[] titles)
    {
        var database = await LibraryDatabase.CreateAsync();
        var catalogue = new CatalogueForSearch(database, await database.HasAsync(A.Library("TV1")));
        foreach (var title in titles)
            await catalogue.HasAsync(title);
        await catalogue.CatchUpAsync();
        return catalogue;
    }

    /// <summary>A record written "title / author / year"; the last two may be left out.</summary>
    public async Task<BibliographicRecord> HasAsync(string text, Action<BibliographicRecord>? change = null)
    {
        var parts = text.Split(" / ");
        var record = A.Record(Library, parts[0], parts.ElementAtOrDefault(1));
        record.PublicationYear = parts.Length > 2 ? int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture) : null;
        change?.Invoke(record);
        record.SearchText = VietnameseText.Fold(string.Join(' ', record.Title, record.Author, record.Subjects, record.Publisher, record.Isbn, record.Series));
        return await Database.HasAsync(record);
    }

    public async Task CatchUpAsync()
    {
        Index.TryOpenForWriting().ShouldBeTrue();
        while (await Feed.CatchUpAsync(CancellationToken.None))
        {
            // until there is nothing more
        }
    }

    /// <summary>Titles found, best first.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string text, Func<RecordSearchRequest, RecordSearchRequest>? change = null)
    {
        var request = new RecordSearchRequest { Text = text };
        var page = await Search.SearchAsync(change?.Invoke(request) ?? request, CancellationToken.None);
        return await TitlesAsync(page);
    }

    public async Task<IReadOnlyList<string>> TitlesAsync(RecordSearchPage page)
    {
        await using var db = Database.Open();
        var titles = db.Records.ToDictionary(r => r.Id, r => r.Title);
        return [.. page.Hits.Select(hit => titles[hit.RecordId])];
    }

    /// <summary>What a new process sees; without the index's folder, if somebody removed it in between.</summary>
    public void Reopen(bool folderIsGone = false)
    {
        Index.Dispose();
        if (folderIsGone)
            Directory.Delete(Index.Folder, recursive: true);
        Open();
    }

    public async ValueTask DisposeAsync()
    {
        Index.Dispose();
        Directory.Delete(_folder, recursive: true);
        await Database.DisposeAsync();
    }

    private void Open()
    {
        Index = new SearchIndex(Options.Create(new StorageOptions { DataFolder = _folder }));
        Feed = new IndexFeed(Database.Databases, Index);
        Search = new LuceneRecordSearch(Index, Database.Databases);
    }
}
