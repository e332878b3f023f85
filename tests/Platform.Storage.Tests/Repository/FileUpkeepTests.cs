using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Storage.Repository;

namespace Platform.Storage.Tests.Repository;

/// <summary>What is done with stored files when nobody looks: read again and compared, and swept when they were never finished.</summary>
public sealed class FileUpkeepTests
{
    [Fact]
    public async Task FileThatChangedOnDisk_IsFoundByTheNextCheck()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        var (sound, damaged) = (await StoredAsync(disk, "Bài 1"), await StoredAsync(disk, "Bài 2"));
        await File.WriteAllBytesAsync(disk.Store.PathOf(damaged), [9, 9, 9]);

        (await new FileRecheck(disk.Database.Databases, disk.Store, disk.Clock, NullLogger<FileRecheck>.Instance).RunAsync(default)).ShouldBe(2);

        await using var db = disk.Database.Open();
        var contents = await db.FileContents.ToDictionaryAsync(c => c.Sha256);
        (contents[sound].IsDamaged, contents[damaged].IsDamaged).ShouldBe((false, true));
        contents.Values.ShouldAllBe(c => c.CheckedAt == A.Noon);
    }

    [Fact]
    public async Task UploadThatNobodyFinished_IsSweptOnce()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        await using (var db = disk.Database.Open(disk.Teacher))
            await disk.UploadsOf(db).BeginAsync(disk.Library.Id, "Bài 1.pdf", 100, default);
        var sweep = new UploadSweep(disk.Database.Databases, disk.Store, disk.Incoming, new VirusScan(disk.Options), disk.Options);

        (await sweep.RunAsync(default)).ShouldBe(0);
        disk.Clock.Advance(TimeSpan.FromDays(4));
        (await sweep.RunAsync(default)).ShouldBe(1);
        (await sweep.RunAsync(default)).ShouldBe(0);
    }

    private static async Task<string> StoredAsync(StoreOnDisk disk, string text)
    {
        var done = await disk.UploadAsync("a.pdf", [.. "%PDF-1.7\n"u8, .. System.Text.Encoding.UTF8.GetBytes(text)]);
        return done.Upload!.Content!.Sha256; // nothing refuses it
    }
}
