using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Storage.Tests.Repository;

/// <summary>Files on their way into the store: sound ones once, broken-off ones continued, hostile ones refused by name.</summary>
public sealed class UploadsTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[1000]];

    [Fact]
    public async Task SoundFile_IsStoredUnderItsHash_AndNothingElseStays()
    {
        await using var disk = await StoreOnDisk.CreateAsync();

        var done = await disk.UploadAsync("Bài 1.pdf", Pdf);

        var hash = Convert.ToHexStringLower(SHA256.HashData(Pdf));
        done.Refusal.ShouldBeNull();
        (done.Upload!.Content!.Sha256, done.Upload.Content.Size, done.Upload.Content.Format).ShouldBe((hash, 1009, FileFormat.Pdf));
        disk.FilesOnDisk().ShouldBe([$"content/{hash[..2]}/{hash[2..4]}/{hash}"]);
        (await disk.Store.IsIntactAsync(hash, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task SameBytesTwice_AreStoredOnce()
    {
        await using var disk = await StoreOnDisk.CreateAsync();

        var first = await disk.UploadAsync("a.pdf", Pdf);
        var second = await disk.UploadAsync("b.pdf", Pdf);

        second.Upload!.ContentId.ShouldBe(first.Upload!.ContentId);
        disk.FilesOnDisk().Count.ShouldBe(1);
    }

    [Fact]
    public async Task SenderThatBreaksOff_ContinuesWhereItStood_AlsoAfterARestart()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        Guid id;
        await using (var db = disk.Database.Open(disk.Teacher))
        {
            var uploads = disk.UploadsOf(db);
            id = (await uploads.BeginAsync(disk.Library.Id, "a.pdf", Pdf.Length, CancellationToken.None)).Upload!.Id;
            await Should.ThrowAsync<IOException>(() => uploads.AppendAsync(id, 0, new BreakingStream(Pdf, breaksAt: 600), CancellationToken.None));
        }

        await using var again = disk.Database.Open(disk.Teacher);
        var resumed = disk.UploadsOf(again);
        var stands = await resumed.FindAsync(id, CancellationToken.None);
        var wrong = await resumed.AppendAsync(id, 500, new MemoryStream(Pdf[500..]), CancellationToken.None);
        var done = await resumed.AppendAsync(id, stands.Received, new MemoryStream(Pdf[600..]), CancellationToken.None);

        stands.Received.ShouldBe(600);
        (wrong.Refusal!.Code, wrong.Received).ShouldBe((FileRefusalCode.OtherOffset, 600));
        done.Upload!.Content!.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Pdf)));
    }

    [Theory]
    [InlineData("bai-giang.pptx", "MZ\u0090\0\u0003\0\0\0", FileRefusalCode.Program)]
    [InlineData("anh.png", "\u007fELF\u0002\u0001\u0001\0", FileRefusalCode.Program)]
    [InlineData("doc.txt", "#!/bin/sh\nrm -rf /\n", FileRefusalCode.Program)]
    [InlineData("la.bin", "\u0001\u0002\u0003\u0004\u0005", FileRefusalCode.UnknownFormat)]
    [InlineData("hong.docx", "PK\u0003\u0004khong phai zip", FileRefusalCode.BrokenArchive)]
    public async Task HostileOrStrangeFile_IsRefusedByItsContent_AndLeavesNothing(string name, string latin1, FileRefusalCode expected)
    {
        await using var disk = await StoreOnDisk.CreateAsync();

        var refused = await disk.UploadAsync(name, Encoding.Latin1.GetBytes(latin1));

        refused.Refusal!.Code.ShouldBe(expected);
        refused.Refusal.English.ShouldContain(name);
        disk.FilesOnDisk().ShouldBeEmpty();
        await using var db = disk.Database.Open();
        (await db.Uploads.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task EmptyFile_IsRefusedAtOnce()
    {
        await using var disk = await StoreOnDisk.CreateAsync();

        (await disk.UploadAsync("rong.pdf", [])).Refusal!.Code.ShouldBe(FileRefusalCode.Empty);
    }

    [Fact]
    public async Task Page_IsTakenAsAFileThatNoBrowserRuns()
    {
        await using var disk = await StoreOnDisk.CreateAsync();

        var done = await disk.UploadAsync("../../trang chu.html", Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"));

        done.Upload!.FileName.ShouldBe("trang chu.html");
        done.Upload.Content!.Format.ShouldBe(FileFormat.Html);
        FileFormat.Html.MediaType().ShouldBe("application/octet-stream");
        FileFormat.Html.IsReadableOnline().ShouldBeFalse();
    }

    [Fact]
    public async Task ArchiveBomb_IsRefusedWithoutUnpacking()
    {
        await using var disk = await StoreOnDisk.CreateAsync();

        var refused = await disk.UploadAsync("bai.zip", Bomb());

        refused.Refusal!.Code.ShouldBe(FileRefusalCode.ArchiveTooLarge);
        disk.FilesOnDisk().ShouldBeEmpty();
    }

    [Fact]
    public async Task DirectoryOfAMillionEntries_IsRefusedWithoutReadingIt()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        byte[] end = [.. "PK\u0003\u0004"u8, .. new byte[26], .. "PK\u0005\u0006"u8, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0, 0, 0];

        (await disk.UploadAsync("nhieu.zip", end)).Refusal!.Code.ShouldBe(FileRefusalCode.ArchiveTooLarge);
    }

    [Theory]
    [InlineData("word/document.xml", FileFormat.Docx)]
    [InlineData("ppt/presentation.xml", FileFormat.Pptx)]
    [InlineData("bai/1.png", FileFormat.Zip)]
    public async Task Archive_IsToldByItsEntries(string entry, FileFormat expected)
    {
        await using var disk = await StoreOnDisk.CreateAsync();

        (await disk.UploadAsync("x.bin", Zip("[Content_Types].xml", entry))).Upload!.Content!.Format.ShouldBe(expected);
    }

    [Theory]
    [InlineData("word/vbaProject.bin", FileRefusalCode.Macros)]
    [InlineData("bai/Setup.EXE", FileRefusalCode.Program)]
    public async Task ArchiveThatRunsSomething_IsRefused(string entry, FileRefusalCode expected)
    {
        await using var disk = await StoreOnDisk.CreateAsync();

        (await disk.UploadAsync("x.docx", Zip("[Content_Types].xml", "word/document.xml", entry))).Refusal!.Code.ShouldBe(expected);
    }

    [Fact]
    public async Task FullDisk_LeavesNothingHalfVisible_AndTheUploadCanGoOn()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Needs Linux's /dev/full, which answers every write with 'no space left'.");
        await using var disk = await StoreOnDisk.CreateAsync();
        await using var db = disk.Database.Open(disk.Teacher);
        var uploads = disk.UploadsOf(db);
        var id = (await uploads.BeginAsync(disk.Library.Id, "a.pdf", Pdf.Length, CancellationToken.None)).Upload!.Id;
        File.CreateSymbolicLink(disk.Incoming.PathOf(id), "/dev/full");

        var refused = await uploads.AppendAsync(id, 0, new MemoryStream(Pdf), CancellationToken.None);
        File.Delete(disk.Incoming.PathOf(id));
        var done = await uploads.AppendAsync(id, 0, new MemoryStream(Pdf), CancellationToken.None);

        refused.Refusal!.Code.ShouldBe(FileRefusalCode.DiskFull);
        done.Upload!.Content!.Size.ShouldBe(1009);
    }

    [Fact]
    public async Task Quotas_AreCountedOverStoredFilesAndUploadsUnderWay()
    {
        await using var disk = await StoreOnDisk.CreateAsync(new FileStoreOptions { MostFileBytes = 2000, MostLibraryBytes = 2500, MostLibraryFiles = 2, KeepFreeBytes = 0 });

        (await disk.UploadAsync("lon.pdf", new byte[2001])).Refusal!.Code.ShouldBe(FileRefusalCode.TooLarge);
        (await disk.UploadAsync("a.pdf", Pdf)).Refusal.ShouldBeNull();
        (await disk.UploadAsync("b.pdf", new byte[1600])).Refusal!.Code.ShouldBe(FileRefusalCode.LibraryFull);
        (await disk.UploadAsync("c.pdf", Pdf)).Refusal.ShouldBeNull();
        (await disk.UploadAsync("d.pdf", [1])).Refusal!.Code.ShouldBe(FileRefusalCode.TooManyFiles);
    }

    [Fact]
    public async Task MoreBytesThanAnnounced_AreRefused()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        await using var db = disk.Database.Open(disk.Teacher);
        var uploads = disk.UploadsOf(db);
        var id = (await uploads.BeginAsync(disk.Library.Id, "a.pdf", 100, CancellationToken.None)).Upload!.Id;

        var refused = await uploads.AppendAsync(id, 0, new MemoryStream(Pdf), CancellationToken.None);

        (refused.Refusal!.Code, refused.Received).ShouldBe((FileRefusalCode.TooLarge, 0));
    }

    [Fact]
    public async Task UnfinishedUpload_ExpiresWithItsBytes()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        await using var db = disk.Database.Open(disk.Teacher);
        var uploads = disk.UploadsOf(db);
        var id = (await uploads.BeginAsync(disk.Library.Id, "a.pdf", 2000, CancellationToken.None)).Upload!.Id;
        await uploads.AppendAsync(id, 0, new MemoryStream(Pdf), CancellationToken.None);
        disk.Clock.Advance(TimeSpan.FromDays(3));

        (await uploads.FindAsync(id, CancellationToken.None)).Refusal!.Code.ShouldBe(FileRefusalCode.NoSuchUpload);
        (await uploads.RemoveExpiredAsync(CancellationToken.None)).ShouldBe(1);
        disk.FilesOnDisk().ShouldBeEmpty();
    }

    [Fact]
    public async Task UploadOfSomeoneElse_IsNotFound()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        await using var db = disk.Database.Open(disk.Teacher);
        var id = (await disk.UploadsOf(db).BeginAsync(disk.Library.Id, "a.pdf", 2000, CancellationToken.None)).Upload!.Id;
        await using var other = disk.Database.Open(disk.Teacher with { Actor = "account:8" });

        (await disk.UploadsOf(other).FindAsync(id, CancellationToken.None)).Refusal!.Code.ShouldBe(FileRefusalCode.NoSuchUpload);
        (await disk.UploadsOf(other).AbandonAsync(id, CancellationToken.None)).ShouldBeFalse();
    }

    private static byte[] Zip(params string[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var entry in entries)
                archive.CreateEntry(entry);
        return bytes.ToArray();
    }

    private static byte[] Bomb()
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry("0.txt").Open())
            for (var i = 0; i < 200; i++)
                entry.Write(new byte[1 << 20]);
        return bytes.ToArray();
    }
}
