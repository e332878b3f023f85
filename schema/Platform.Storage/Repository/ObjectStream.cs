using System.Net.Http.Headers;

namespace Platform.Storage.Repository;

/// <summary>An object of a storage as a stream: read on where it stands by one request, and by another after each jump.</summary>
internal sealed class ObjectStream(HttpClient http, Uri address, long length) : Stream
{
    private HttpResponseMessage? _answer;
    private Stream? _body;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            if (value == _position)
                return;
            Close(ref _answer, ref _body);
            _position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty)
            return 0;
        _body ??= await AskAsync(cancellationToken);
        var read = await _body.ReadAsync(buffer, cancellationToken);
        if (read == 0)
            throw new EndOfStreamException($"The storage ended at byte {_position} of {length}.");
        _position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        SeekOrigin.End => length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, null),
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close(ref _answer, ref _body);
        base.Dispose(disposing);
    }

    private async Task<Stream> AskAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(_position, null) } };
        _answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        _answer.EnsureSuccessStatusCode();
        return await _answer.Content.ReadAsStreamAsync(cancellationToken);
    }

    private static void Close(ref HttpResponseMessage? answer, ref Stream? body)
    {
        answer?.Dispose();
        (answer, body) = (null, null);
    }
}
