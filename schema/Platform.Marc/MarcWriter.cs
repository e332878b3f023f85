using Platform.Marc.Content;
using Platform.Marc.Input;
using Platform.Marc.Iso2709;
using Platform.Marc.Json;
using Platform.Marc.Mrk;
using Platform.Marc.Output;
using Platform.Marc.Xml;

namespace Platform.Marc;

/// <summary>
/// Writes records to a stream in one format. Disposing writes what closes the file (the end of a collection) and flushes;
/// the stream stays open. Not for use by two threads at once.
/// </summary>
public sealed class MarcWriter : IAsyncDisposable
{
    private const int FlushAt = 96 * 1024;

    private readonly Stream _stream;
    private readonly RecordWriter _records;
    private readonly ByteBuffer _output = new(128 * 1024);
    private readonly ProblemList _problems = new() { RecordOffset = -1 };
    private bool _isBegun;
    private bool _isEnded;

    /// <summary>A writer of this format on a stream.</summary>
    public MarcWriter(Stream stream, MarcFormat format, MarcWriteOptions? options = null)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _records = RecordsOf(format, options ?? MarcWriteOptions.Default);
    }

    /// <summary>A writer that goes on with a file of this format whose end was not written yet.</summary>
    /// <param name="stream">The file, at the place behind its last record.</param>
    /// <param name="format">Its format.</param>
    /// <param name="count">Records that it has; with none it is begun.</param>
    public static MarcWriter Continue(Stream stream, MarcFormat format, int count) => new(stream, format) { _isBegun = count > 0, Count = count };

    /// <summary>Records written so far.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Writes a record, or refuses it when the format cannot hold it. Problems carry <paramref name="number"/>, the record's
    /// number in its source; without it, its position in this output.
    /// </summary>
    public async ValueTask<MarcWriting> WriteAsync(MarcRecord record, int number = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var writing = Write(record, number);
        if (_output.Length >= FlushAt)
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        return writing;
    }

    /// <summary>Sends what is buffered to the stream.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        await _stream.WriteAsync(_output.Memory, cancellationToken).ConfigureAwait(false);
        _output.CutTo(0);
    }

    /// <summary>Ends the file and flushes it; a file without records is well-formed too.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isEnded)
            return;
        _isEnded = true;
        Begin();
        _records.End(_output);
        await FlushAsync().ConfigureAwait(false);
        await _stream.FlushAsync().ConfigureAwait(false);
    }

    private MarcWriting Write(MarcRecord record, int number)
    {
        Begin();
        var before = _output.Length;
        _problems.RecordNumber = number > 0 ? number : Count + 1;
        if (Count > 0)
            _records.Separate(_output);
        var isWritten = _records.TryWrite(record, _output, _problems);
        if (isWritten)
            Count++;
        else
            _output.CutTo(before);
        return new MarcWriting(isWritten, _problems.Take());
    }

    private void Begin()
    {
        if (_isBegun)
            return;
        _isBegun = true;
        _records.Begin(_output);
    }

    private static RecordWriter RecordsOf(MarcFormat format, MarcWriteOptions options) => format switch
    {
        MarcFormat.Iso2709 => new Iso2709Writer(options),
        MarcFormat.MarcXml => new MarcXmlWriter(),
        MarcFormat.Json => new MarcJsonWriter(),
        MarcFormat.Mrk => new MrkWriter(),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
