namespace Platform.Marc.Input;

/// <summary>
/// A window read as a stream by a parser that wants one. It gives out at most so many bytes a record: a parser that asks
/// for more without having finished one sees the end of the input, so no input makes it hold more than that.
/// </summary>
internal sealed class WindowStream(ByteWindow window, int bytesPerRecord) : Stream
{
    private int _given;

    /// <summary>Whether a record was longer than allowed.</summary>
    public bool IsExhausted { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>A record is finished: the next may have its full allowance.</summary>
    public void Renew() => _given = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_given >= bytesPerRecord)
            IsExhausted = true;
        if (IsExhausted)
            return 0;
        while (window.Bytes.IsEmpty && !window.IsComplete)
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
        var count = Math.Min(buffer.Length, window.Bytes.Length);
        window.Bytes[..count].CopyTo(buffer.Span);
        window.Drop(count);
        _given += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Only asynchronous reading.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
