using Platform.Model.Repository;

namespace Platform.Storage.Tests.Repository;

/// <summary>What the whole process takes for a long file: measured while nothing else runs in it.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;

/// <summary>A film of gigabytes on its way into the store.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class LongFilmTests
{
    // 2 GB of writing is for the machine that has time for it; the small one runs everywhere.
    [Theory]
    [InlineData((64L << 20) + 1, true)]
    [InlineData((2L << 30) + 1, false)]
    public async Task LongFilm_BrokenOffAndResumed_PassesThroughASmallBuffer(long size, bool always)
    {
        Assert.SkipUnless(always || Environment.GetEnvironmentVariable("PLATFORM_TEST_LARGE") == "1", "Set PLATFORM_TEST_LARGE=1 to write 2 GB.");
        await using var disk = await StoreOnDisk.CreateAsync();
        await using var db = disk.Database.Open(disk.Teacher);
        var uploads = disk.UploadsOf(db);
        var id = (await uploads.BeginAsync(disk.Library.Id, "phim.mp4", size, CancellationToken.None)).Upload!.Id;
        await Should.ThrowAsync<IOException>(() => uploads.AppendAsync(id, 0, new FilmStream(size, breaksAt: size / 2), CancellationToken.None));
        var before = GC.GetTotalAllocatedBytes();

        var stands = await uploads.FindAsync(id, CancellationToken.None);
        var done = await uploads.AppendAsync(id, stands.Received, new FilmStream(size, startsAt: stands.Received), CancellationToken.None);

        stands.Received.ShouldBe(size / 2);
        (done.Upload!.Content!.Size, done.Upload.Content.Format).ShouldBe((size, FileFormat.Mp4));
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(32 << 20);
    }
}
