using System.Buffers.Binary;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Storage.Tests.Repository;

/// <summary>Files read in a process of its own: texts that are found again, and hostile files that become a state.</summary>
public sealed class ReaderProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-reading-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Texts_AreRead_OfEveryFormat()
    {
        (await TextAsync(FileFormat.Docx, FileSample.Docx("Mục tiêu", "Học sinh nêu được ý chính."))).ShouldBe((ReadingState.Read, "Mục tiêu Học sinh nêu được ý chính."));
        (await TextAsync(FileFormat.Pptx, FileSample.Pptx("Vòng tuần hoàn của nước"))).ShouldBe((ReadingState.Read, "Vòng tuần hoàn của nước"));
        (await TextAsync(FileFormat.Pdf, FileSample.Pdf("Photosynthesis in leaves"))).ShouldBe((ReadingState.Read, "Photosynthesis in leaves"));
        (await TextAsync(FileFormat.Text, Encoding.UTF8.GetBytes("Bài  một\n\tBài hai"))).ShouldBe((ReadingState.Read, "Bài một Bài hai"));
    }

    [Fact]
    public async Task LongText_IsCutAtItsBound() =>
        (await TextAsync(FileFormat.Text, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("từ ", 1000))), new ReadingOptions { MostCharacters = 8 })).ShouldBe((ReadingState.Cut, "từ từ từ"));

    [Theory]
    [InlineData(FileFormat.Pdf)]
    [InlineData(FileFormat.Docx)]
    [InlineData(FileFormat.Pptx)]
    public async Task BrokenFile_IsUnreadable(FileFormat format) =>
        (await TextAsync(format, "%PDF-1.7\nnothing that anyone could read"u8.ToArray())).ShouldBe((ReadingState.Unreadable, ""));

    [Fact]
    public async Task PartThatUnpacksWithoutEnd_EndsInAState_WithinItsMemory()
    {
        var (state, _) = await TextAsync(FileFormat.Docx, FileSample.Docx(unpackedMegabytes: 400), new ReadingOptions { MostMegabytes = 100 });

        state.ShouldBeOneOf(ReadingState.Unreadable, ReadingState.TooLarge, ReadingState.Cut);
    }

    [Fact]
    public async Task FileThatTakesTooLong_TimesOut()
    {
        var (state, _) = await TextAsync(FileFormat.Docx, FileSample.Docx("a"), new ReadingOptions { Patience = TimeSpan.FromMilliseconds(1) });

        state.ShouldBe(ReadingState.TimedOut);
    }

    [Fact]
    public async Task Picture_IsReduced_AndOneThatClaimsToBeHugeIsNotUnpacked()
    {
        var reader = ReaderOf(new ReadingOptions());
        var small = await reader.ThumbnailAsync(await SavedAsync(FileSample.Png(1280, 640)), FileFormat.Png, CancellationToken.None);
        var huge = await reader.ThumbnailAsync(await SavedAsync(FileSample.Png(60_000, 60_000, rows: 1)), FileFormat.Png, CancellationToken.None);
        var broken = await reader.ThumbnailAsync(await SavedAsync("\x89PNG nothing"u8.ToArray()), FileFormat.Png, CancellationToken.None);

        small.State.ShouldBe(ReadingState.Read);
        // WebP, lossy: "RIFF" size "WEBP" "VP8 " size, three bytes of frame tag, start code 9d 01 2a, width, height.
        Encoding.ASCII.GetString(small.Bytes, 8, 4).ShouldBe("WEBP");
        (BinaryPrimitives.ReadUInt16LittleEndian(small.Bytes.AsSpan(26)) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(small.Bytes.AsSpan(28)) & 0x3FFF).ShouldBe((320, 160));
        (huge.State, broken.State).ShouldBe((ReadingState.Unreadable, ReadingState.Unreadable));
    }

    private async Task<(ReadingState State, string Text)> TextAsync(FileFormat format, byte[] bytes, ReadingOptions? options = null)
    {
        var read = await ReaderOf(options ?? new ReadingOptions()).TextAsync(await SavedAsync(bytes), format, CancellationToken.None);
        return (read.State, Encoding.UTF8.GetString(read.Bytes));
    }

    private async Task<string> SavedAsync(byte[] bytes)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, bytes);
        return path;
    }

    private static ReaderProcess ReaderOf(ReadingOptions options) => new(Options.Create(new FileStoreOptions { Reading = options }), NullLogger<ReaderProcess>.Instance);
}
