using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Marc;
using Platform.Model.Catalogue.Search;
using Platform.Storage;
using Platform.Storage.Catalogue.Search;

namespace Platform.Cli.Tests.Catalogue;

/// <summary>An import whose process is killed, and begun again with the same command.</summary>
public sealed class KilledImportTests
{
    private const int Books = 6000;
    private const int Reviewed = 2000;

    private static readonly string[] Tables =
    [
        "SELECT Id, LibraryId, ControlNumber, Kind, Title, Author, PublicationYear, TitleKey, SearchText, Fingerprint, Version FROM Records ORDER BY Id",
        "SELECT RecordId, Format, hex(Bytes) FROM RecordContents ORDER BY RecordId",
        "SELECT Id, LibraryId, RecordId, RegistrationNumber, Type, Status, ImportBatchId, Version FROM Items ORDER BY Id",
        "SELECT BatchId, Number, Outcome, RecordId, MatchPoints, Remark FROM ImportLines ORDER BY BatchId, Number",
        "SELECT Id, FileHash, State, Position, Added, Identical, Matched, Repaired, Rejected, ItemsAdded, ItemsRejected FROM ImportBatches",
        "SELECT Sequence, Entity, EntityId, Kind, LibraryId FROM ChangeFeed ORDER BY Sequence",
    ];

    [Fact]
    public async Task KilledTwice_ItComesToTheSameRowsAndIndexAsOneThatRanThrough()
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "books.mrc");
        await File.WriteAllBytesAsync(file, [.. Enumerable.Range(0, Books).SelectMany(Book)]);
        var (whole, broken) = (Path.Combine(folder.Path, "whole"), Path.Combine(folder.Path, "broken"));

        (await ImportAsync(whole, file)).ShouldBeLessThan(2);
        await KilledAsync(broken, 1, Books, from: 1, Import(file));
        await KilledAsync(broken, 1, Books, from: Books / 2, Import(file));
        (await ImportAsync(broken, file)).ShouldBeLessThan(2);

        foreach (var table in Tables)
            (await RowsAsync(broken, table)).ShouldBe(await RowsAsync(whole, table), table);
        var found = await FoundAsync(broken);
        found.ShouldBe(await FoundAsync(whole));
        found.Count.ShouldBeGreaterThan(Books / 2);
    }

    [Fact]
    public async Task ReviewedImportThatIsKilledWhileApplied_ComesToTheSameRows_AndIsUndoneExactly()
    {
        using var folder = new Folder();
        var (held, file) = (Path.Combine(folder.Path, "held.mrc"), Path.Combine(folder.Path, "books.mrc"));
        await File.WriteAllBytesAsync(held, [.. Enumerable.Range(0, 40).SelectMany(number => Book(number * 50))]);
        await File.WriteAllBytesAsync(file, [.. Enumerable.Range(0, Reviewed).SelectMany(number => Book(number + 1))]);
        var (whole, broken) = (Path.Combine(folder.Path, "whole"), Path.Combine(folder.Path, "broken"));
        (await ImportAsync(whole, held)).ShouldBeLessThan(2);
        var before = await CatalogueAsync(whole);
        (await RunAsync(whole, "import", file, "--library", "TV1", "--on-match", "Merge", "--stage")).ShouldBeLessThan(2);
        CopyFolder(whole, broken);

        (await RunAsync(whole, "import-apply", "2")).ShouldBeLessThan(2);
        await KilledAsync(broken, 2, Reviewed, from: Reviewed / 2, "import-apply", "2");
        (await RunAsync(broken, "import-apply", "2")).ShouldBeLessThan(2);

        foreach (var table in Tables)
            (await RowsAsync(broken, table)).ShouldBe(await RowsAsync(whole, table), table);
        (await FoundAsync(broken)).ShouldBe(await FoundAsync(whole));
        (await CatalogueAsync(broken)).Count.ShouldBeGreaterThan(Reviewed / 2);
        (await RunAsync(broken, "import-undo", "2")).ShouldBe(0);
        (await CatalogueAsync(broken)).ShouldBe(before);
    }

    // One book in five comes again with other copies, so that matching has work; one in a hundred has a number that is taken.
    private static byte[] Book(int number)
    {
        var title = number % 5 == 4 ? number - 1 : number;
        var item = number % 100 == 99 ? number - 1 : number;
        return MarcRecord.Create(
            Leader.NewBook,
            [
                new DataField("100", '1', ' ', new Subfield('a', "Tô Hoài")),
                new DataField("245", '1', '0', new Subfield('a', Text($"Dế Mèn phiêu lưu ký {title}"))),
                new DataField("260", ' ', ' ', new Subfield('b', "Kim Đồng"), new Subfield('c', "2020")),
                new DataField("500", ' ', ' ', new Subfield('a', Text($"Bản {number}"))),
                new DataField("952", ' ', ' ', new Subfield('p', Text($"TN.{item:00000}"))),
            ]).ToStored().Bytes.ToArray();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Task<int> ImportAsync(string data, string file) => RunAsync(data, Import(file));

    private static async Task<int> RunAsync(string data, params string[] arguments)
    {
        using var process = PlatformProcess.Start(data, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        (await errors).ShouldNotContain("Unhandled");
        return process.ExitCode;
    }

    private static async Task KilledAsync(string data, int batch, int all, int from, params string[] arguments)
    {
        using var process = PlatformProcess.Start(data, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        while (await PositionAsync(data, batch) is var position && (position < from || position == all) && !process.HasExited)
            await Task.Delay(5);
        process.HasExited.ShouldBeFalse("It was to be killed while it works.");
        process.Kill();
        await process.WaitForExitAsync();
        await Task.WhenAll(output, errors);
        (await PositionAsync(data, batch)).ShouldBeLessThan(all);
    }

    private static string[] Import(string file) => ["import", file, "--library", "TV1", "--create-library", "Trường thử", "--on-match", "Merge"];

    private static async Task<long> PositionAsync(string data, int batch)
    {
        try
        {
            return (await RowsAsync(data, Text($"SELECT Position FROM ImportBatches WHERE Id = {batch}"))) is [var position] ? long.Parse(position, CultureInfo.InvariantCulture) : -1;
        }
        catch (SqliteException)
        {
            return -1; // not created yet, or being created
        }
    }

    /// <summary>What undoing must give back: the descriptions and the copies, not how often they were saved.</summary>
    private static async Task<List<string>> CatalogueAsync(string data) =>
    [
        .. await RowsAsync(data, "SELECT r.Id, r.LibraryId, r.Title, r.Author, r.Fingerprint, r.DeletedAt, hex(c.Bytes) FROM Records r JOIN RecordContents c ON c.RecordId = r.Id ORDER BY r.Id"),
        .. await RowsAsync(data, "SELECT Id, RecordId, RegistrationNumber, Type, Status, ImportBatchId FROM Items ORDER BY Id"),
    ];

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // below a folder
            File.Copy(file, copy);
        }
    }

    private static async Task<List<string>> RowsAsync(string data, string query)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "library.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return rows;
    }

    /// <summary>Every hit of the index, and what it counts.</summary>
    private static async Task<List<string>> FoundAsync(string data)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataFolder", data)]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddPlatformStorage(configuration).AddRecordSearch().BuildServiceProvider();
        var search = services.GetRequiredService<IRecordSearch>();
        var (found, request) = (new List<string>(), new RecordSearchRequest { Text = "de men", First = 1000, Facets = Enum.GetValues<RecordFacet>() });
        RecordSearchPage page;
        do
        {
            page = await search.SearchAsync(request, CancellationToken.None);
            found.AddRange(page.Hits.Select(hit => Text($"{hit.RecordId} {hit.Score}")));
            request = request with { After = page.Hits[^1].Cursor };
        }
        while (page.HasMore);
        found.Add(Text($"{page.Total}: {string.Join("; ", page.Facets.Select(f => $"{f.Key} {string.Join(", ", f.Value.Select(v => $"{v.Value} {v.Count}"))}"))}"));
        return found;
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("platform-killed-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
