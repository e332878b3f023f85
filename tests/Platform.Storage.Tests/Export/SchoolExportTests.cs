using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Platform.Storage.Demo;
using Platform.Storage.Export;
using Platform.Storage.Repository;

namespace Platform.Storage.Tests.Export;

/// <summary>One school leaves the demo group with everything and goes on in an installation of its own.</summary>
public sealed class SchoolExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-school-").FullName;

    [Fact]
    public async Task School_IsRestoredElsewhere_WithEqualHashesOfEverything()
    {
        await using var source = await LibraryDatabase.CreateAsync(Clock());
        var files = Store("source");
        (await new DemoGroup(source.Databases, Clock(), NullLogger<DemoGroup>.Instance, files).LoadAsync(default)).ShouldBeTrue();
        await using var target = await LibraryDatabase.CreateAsync(Clock());
        var taken = Store("target");
        using var archive = new MemoryStream();

        var manifest = (await new SchoolExport(source.Databases, files).WriteAsync("CSMS", archive, default)).ShouldNotBeNull();
        (await new SchoolRestore(target.Databases, taken).RestoreAsync(archive, default)).ShouldBeNull();

        using var again = new MemoryStream();
        var second = (await new SchoolExport(target.Databases, taken).WriteAsync("CSMS", again, default)).ShouldNotBeNull();
        second.Tables.ShouldBe(manifest.Tables);
        second.Files.ShouldBe(manifest.Files);
        manifest.Files.Count.ShouldBe(7, "the school's lessons of eresources.json");
        foreach (var sha in manifest.Files)
            (await taken.IsIntactAsync(sha, default)).ShouldBeTrue();
        await ShouldHoldTheSameAsync(source, target);
        await OthersPeopleStayBehindAsync(source, files);
    }

    [Fact]
    public async Task InstallationThatIsNotEmpty_AndArchiveThatIsDamaged_AreRefused()
    {
        await using var source = await LibraryDatabase.CreateAsync(Clock());
        var school = await source.HasAsync(A.Library());
        await source.HasAsync(A.Item(await source.HasAsync(A.Record(school))));
        var files = Store("source");
        using var archive = new MemoryStream();
        await new SchoolExport(source.Databases, files).WriteAsync(school.Code, archive, default);

        (await new SchoolRestore(source.Databases, files).RestoreAsync(archive, default)).ShouldNotBeNull().ShouldContain("not empty");
        (await new SchoolExport(source.Databases, files).WriteAsync("KHONGCO", new MemoryStream(), default)).ShouldBeNull();
        await using var target = await LibraryDatabase.CreateAsync(Clock());
        (await new SchoolRestore(target.Databases, Store("target")).RestoreAsync(Changed(archive), default)).ShouldNotBeNull().ShouldContain("Item");
        await using var db = target.Open();
        (await db.Libraries.AnyAsync()).ShouldBeFalse("nothing of a damaged archive stays");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task OthersPeopleStayBehindAsync(LibraryDatabase source, FileStore files)
    {
        await using var target = await LibraryDatabase.CreateAsync(Clock());
        using var archive = new MemoryStream();
        await new SchoolExport(source.Databases, files).WriteAsync("THHB", archive, default);
        (await new SchoolRestore(target.Databases, Store("other")).RestoreAsync(archive, default)).ShouldBeNull();

        await using var db = target.Open();
        (await db.Patrons.AllAsync(p => p.Library.Code == "THHB")).ShouldBeTrue();
        (await db.Loans.AllAsync(l => db.Libraries.Any(b => b.Id == l.LibraryId && b.Code == "THHB"))).ShouldBeTrue();
        (await db.EResources.AllAsync(r => r.Library.Code == "THHB")).ShouldBeTrue();
        (await db.InterLibraryLoans.CountAsync()).ShouldBeGreaterThan(0, "what it lent and borrowed goes with it");
    }

    private static async Task ShouldHoldTheSameAsync(LibraryDatabase source, LibraryDatabase target)
    {
        await using var from = source.Open();
        await using var to = target.Open();
        var id = await from.Libraries.Where(l => l.Code == "CSMS").Select(l => l.Id).SingleAsync();
        (await to.Libraries.Where(l => l.Code == "CSMS").Select(l => l.Id).SingleAsync()).ShouldBe(id);
        (await to.Items.CountAsync(i => i.LibraryId == id)).ShouldBe(await from.Items.CountAsync(i => i.LibraryId == id));
        (await to.Patrons.CountAsync()).ShouldBe(await from.Patrons.CountAsync(p => p.LibraryId == id));
        (await to.Loans.CountAsync()).ShouldBe(await from.Loans.CountAsync(l => l.LibraryId == id));
        (await to.ChangeFeed.CountAsync()).ShouldBe(await from.ChangeFeed.CountAsync(c => c.LibraryId == id));
        (await to.ChangeFeed.CountAsync()).ShouldBeGreaterThan(1000, "the audit goes with it");
        var record = await from.Records.Where(r => r.Items.Any(i => i.LibraryId == id)).OrderBy(r => r.Id).Select(r => r.Id).LastAsync();
        (await to.RecordContents.SingleAsync(c => c.RecordId == record)).Bytes.ShouldBe((await from.RecordContents.SingleAsync(c => c.RecordId == record)).Bytes, "MARC byte for byte");
    }

    private static MemoryStream Changed(MemoryStream archive)
    {
        var changed = new MemoryStream();
        changed.Write(archive.ToArray());
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(SchoolManifest.EntryOf("Item"))!; // the school has an item
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd().Replace("25000", "26000", StringComparison.Ordinal);
            reader.Dispose();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(SchoolManifest.EntryOf("Item")).Open());
            writer.Write(text);
        }
        return changed;
    }

    private static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero));

    private DiskStore Store(string name) => new(
        Options.Create(new FileStoreOptions { Folder = Path.Combine(_folder, name) }), Options.Create(new StorageOptions { DataFolder = _folder }));
}
