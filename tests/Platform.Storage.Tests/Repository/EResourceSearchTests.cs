using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Storage.Repository;
using Platform.Storage.Repository.Search;

namespace Platform.Storage.Tests.Repository;

/// <summary>Descriptions and texts of files that are found, by those who may find them; one store, one index, real files.</summary>
public sealed class EResourceSearchTests
{
    [Fact]
    public async Task TextsOfFiles_AreFound_ByThoseWhoMayKnowOfTheResource()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        var member = await disk.Database.HasAsync(A.Library());
        var stranger = await disk.Database.HasAsync(A.Library());
        await disk.Database.HasAsync(A.Group(disk.Library, member));
        var lesson = await OfferedAsync(disk, "Bài 1", FileSample.Docx("Vòng tuần hoàn của nước"), FileFormat.Docx);
        var search = await OfferedAsync(disk, "Bài 2", FileSample.Pptx("Quang hợp ở lá cây"), FileFormat.Pptx, r => r.Level = SharingLevel.SearchOnly);
        var own = await OfferedAsync(disk, "Bài 3", FileSample.Pdf("Photosynthesis in leaves"), FileFormat.Pdf, r => r.Audience = Audience.OwnLibrary);
        var test = await OfferedAsync(disk, "Bài 4", FileSample.Docx("Đáp án câu ba"), FileFormat.Docx, r => r.TeachersOnly = true);
        var broken = await OfferedAsync(disk, "Bài 5", "%PDF-1.7 nothing"u8.ToArray(), FileFormat.Pdf);
        using var index = new EResourceIndex(Options.Create(new StorageOptions { DataFolder = disk.Store.Folder }));
        await IndexedAsync(disk, index);

        var librarian = At(Role.Librarian, disk.Library);
        (await FoundAsync(disk, index, librarian, "tuan hoan nuoc")).ShouldBe([lesson]);
        (await FoundAsync(disk, index, librarian, "\"tuần hoàn\"")).ShouldBe([lesson]);
        (await FoundAsync(disk, index, librarian, "photosynthesis")).ShouldBe([own]);
        (await FoundAsync(disk, index, librarian, "\"bai 5\"")).ShouldBe([broken]);
        (await FoundAsync(disk, index, At(Role.Pupil, member), "quang hop")).ShouldBe([search]);
        (await FoundAsync(disk, index, At(Role.Pupil, member), "photosynthesis")).ShouldBeEmpty();
        (await FoundAsync(disk, index, At(Role.Teacher, member), "dap an")).ShouldBe([test]);
        (await FoundAsync(disk, index, At(Role.Pupil, member), "dap an")).ShouldBeEmpty("a pupil could ask for the key word by word");
        (await FoundAsync(disk, index, At(Role.Librarian, stranger), "quang hop")).ShouldBeEmpty();
        (await FoundAsync(disk, index, Scope.Anonymous, "bai")).ShouldBeEmpty();
        await using var db = disk.Database.Open();
        (await db.FileReadings.OrderBy(r => r.ContentId).Select(r => r.TextState).ToListAsync())
            .ShouldBe([ReadingState.Read, ReadingState.Read, ReadingState.Read, ReadingState.Read, ReadingState.Unreadable]);
    }

    [Fact]
    public async Task WithdrawnResource_IsFoundNoMore_AndTheIndexIsBuiltAnewFromTheDatabase()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        var lesson = await OfferedAsync(disk, "Bài 1", "Cây lúa nước"u8.ToArray(), FileFormat.Text);
        var librarian = At(Role.Pupil, disk.Library);
        using (var index = new EResourceIndex(Options.Create(new StorageOptions { DataFolder = disk.Store.Folder })))
        {
            await IndexedAsync(disk, index);
            (await FoundAsync(disk, index, librarian, "lua")).ShouldBe([lesson]);
        }
        Directory.Delete(Path.Combine(disk.Store.Folder, "search-eresources"), recursive: true);
        using var again = new EResourceIndex(Options.Create(new StorageOptions { DataFolder = disk.Store.Folder }));
        await IndexedAsync(disk, again);
        (await FoundAsync(disk, again, librarian, "lua")).ShouldBe([lesson]);

        await using (var db = disk.Database.Open())
        {
            (await db.EResources.SingleAsync()).WithdrawnOn = A.Today;
            await db.SaveChangesAsync();
        }
        await IndexedAsync(disk, again);

        (await FoundAsync(disk, again, librarian, "lua")).ShouldBeEmpty();
    }

    [Fact]
    public async Task PdfThatWasReadBeforeItsPictureWasOffered_IsReadOnceMore_AndAPictureIsKept()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        await OfferedAsync(disk, "Bài 1", FileSample.Pdf("Photosynthesis in leaves"), FileFormat.Pdf);
        await OfferedAsync(disk, "Bài 2", FileSample.Docx("Quang hợp"), FileFormat.Docx);
        await using var db = disk.Database.Open();
        foreach (var content in await db.FileContents.ToListAsync())
            await disk.Database.HasAsync(new FileReading { ContentId = content.Id, TextState = ReadingState.Read, Text = "a", ThumbnailState = ReadingState.NotOffered, ReadAt = A.Noon });
        var readings = new FileReadings(disk.Store, new ReaderProcess(disk.Options, NullLogger<ReaderProcess>.Instance), disk.Options, disk.Clock);

        var pdf = await db.FileContents.Where(c => c.Format == FileFormat.Pdf).Select(c => c.Id).SingleAsync();
        (await readings.ReadNextAsync(db, CancellationToken.None)).ShouldBe(pdf);
        (await readings.ReadNextAsync(db, CancellationToken.None)).ShouldBeNull();

        var reading = await db.FileReadings.AsNoTracking().SingleAsync(r => r.ContentId == pdf);
        (reading.Text, reading.ThumbnailState).ShouldBe(("Photosynthesis in leaves", ReadingState.Read));
        (await disk.Store.WithFileAsync(reading.ThumbnailSha256!, path => File.ReadAllBytesAsync(path), CancellationToken.None))[8..12].ShouldBe("WEBP"u8.ToArray());
    }

    private static Scope At(Role role, Library library) => new() { Actor = role.ToString(), LibraryIds = [library.Id], Permissions = RolePermissions.Of(role) };

    private static async Task<IReadOnlyList<long>> FoundAsync(StoreOnDisk disk, EResourceIndex index, Scope scope, string text)
    {
        await using var db = disk.Database.Open(scope);
        return await new EResourceSearch(index, disk.Clock).FindAsync(db, text, 10, CancellationToken.None);
    }

    private static async Task IndexedAsync(StoreOnDisk disk, EResourceIndex index)
    {
        index.TryOpenForWriting().ShouldBeTrue();
        var readings = new FileReadings(disk.Store, new ReaderProcess(disk.Options, NullLogger<ReaderProcess>.Instance), disk.Options, disk.Clock);
        var feed = new EResourceFeed(disk.Database.Databases, index, readings);
        while (await feed.StepAsync(CancellationToken.None))
        {
        }
    }

    private static async Task<long> OfferedAsync(StoreOnDisk disk, string title, byte[] bytes, FileFormat format, Action<EResource>? change = null)
    {
        var path = Path.Combine(disk.Store.Folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, bytes);
        var hash = await FileStore.HashAsync(path, CancellationToken.None);
        await disk.Store.AdoptAsync(path, hash, CancellationToken.None);
        var resource = A.Resource(disk.Library, title: title);
        change?.Invoke(resource);
        var content = new FileContent { Sha256 = hash, Size = bytes.Length, Format = format, StoredAt = A.Noon };
        resource.Versions.Add(new EResourceVersion
        {
            LibraryId = disk.Library.Id,
            Number = 1,
            CreatedAt = A.Noon,
            Files = [new EResourceFile { LibraryId = disk.Library.Id, ContentId = 0, Name = "a", Position = 0, Content = content }],
        });
        return (await disk.Database.HasAsync(resource)).Id;
    }
}
