using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using System.Xml;
using Platform.Marc;
using Platform.Storage.Catalogue.Import.OpenBiblio;
using Platform.Storage.Spreadsheets;

namespace Platform.Storage.Catalogue.Import;

/// <summary>The file to import: what it is, and its records in chunks, read and understood on a thread of their own.</summary>
internal sealed class ImportFile(string path, string? columns)
{
    private const int ReadBuffer = 256 * 1024;

    // Chunks read ahead: enough that reading and saving never wait for each other's jitter, few enough for flat memory.
    private const int ChunksAhead = 2;

    public string Name => Path.GetFileName(path);

    public long Length { get; } = new FileInfo(path).Length;

    public async Task<string> HashAsync(CancellationToken cancellationToken)
    {
        await using var stream = Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    /// <summary>The first rows of a register; null when the file is none, or no row can be read.</summary>
    public string? Sample()
    {
        using var stream = Open();
        try
        {
            return SheetReader.IsOne(stream) ? RegisterFile.Sample(stream) : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException)
        {
            return null; // FaultAsync says it
        }
    }

    /// <summary>How much of the file lies before an offset, 0 to 1.</summary>
    public double FractionBefore(long offset) => Length == 0 || offset < 0 ? 0 : Math.Min(1, (double)offset / Length);

    /// <summary>Why nothing at all can be read from the file; null when its first reading is no refusal of the whole.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        await using var stream = Open();
        if (SheetReader.IsOne(stream))
            return RegisterFile.FaultOf(stream, columns);
        if (OpenBiblioDump.IsOne(stream))
            return OpenBiblioDump.FaultOf(stream);
        await foreach (var first in MarcReader.ReadAsync(stream, MarcReadOptions.Default, cancellationToken))
            return first.Record is null && first.Problems.FirstOrDefault(p => p.Severity is MarcSeverity.Fatal) is { } fatal ? fatal.Message : null;
        return "it holds no record";
    }

    /// <summary>The records after the first <paramref name="skip"/>, in chunks of at most <paramref name="size"/>.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ReadRecord>> ChunksAsync(
        int skip, int size, long libraryId, DateTimeOffset at, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var chunks = Channel.CreateBounded<IReadOnlyList<ReadRecord>>(ChunksAhead);
        var reading = Task.Run(() => ReadIntoAsync(chunks.Writer, skip, size, libraryId, at, stop.Token), stop.Token);
        var closing = reading.ContinueWith(read => chunks.Writer.TryComplete(read.Exception?.InnerException), TaskScheduler.Default);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(cancellationToken))
                yield return chunk;
        }
        finally
        {
            await stop.CancelAsync();
            await closing; // the fault of reading, if any, came out of the channel
        }
    }

    private async Task ReadIntoAsync(
        ChannelWriter<IReadOnlyList<ReadRecord>> chunks, int skip, int size, long libraryId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var stream = Open();
        var chunk = new List<ReadRecord>(size);
        await foreach (var record in RecordsAsync(stream, skip, libraryId, at, cancellationToken))
        {
            chunk.Add(record);
            if (chunk.Count < size)
                continue;
            await chunks.WriteAsync(chunk, cancellationToken);
            chunk = new List<ReadRecord>(size);
        }
        if (chunk.Count > 0)
            await chunks.WriteAsync(chunk, cancellationToken);
    }

    private async IAsyncEnumerable<ReadRecord> RecordsAsync(
        Stream stream, int skip, long libraryId, DateTimeOffset at, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        if (SheetReader.IsOne(stream))
        {
            foreach (var row in RegisterFile.Rows(stream, columns))
                if (++number > skip)
                    yield return row.ToReadRecord(number, libraryId, at);
            yield break;
        }
        if (OpenBiblioDump.IsOne(stream))
        {
            foreach (var record in OpenBiblioDump.RecordsIn(stream))
                if (++number > skip)
                    yield return record.ToReadRecord(number, libraryId, at);
            yield break;
        }
        await foreach (var reading in MarcReader.ReadAsync(stream, MarcReadOptions.Default, cancellationToken))
            if (++number > skip)
                yield return ReadRecord.From(reading, number, libraryId, at);
    }

    private FileStream Open() => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, ReadBuffer, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
