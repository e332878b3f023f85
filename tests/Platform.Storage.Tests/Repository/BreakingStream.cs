namespace Platform.Storage.Tests.Repository;

/// <summary>A sender that is gone after some bytes.</summary>
internal sealed class BreakingStream(byte[] bytes, int breaksAt) : MemoryStream(bytes[..breaksAt])
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The sender is gone.");
}

/// <summary>A long film that is never in memory: the mark of MP4 and then zeroes.</summary>
internal sealed class FilmStream(long size, long startsAt = 0, long breaksAt = long.MaxValue) : Stream
{
    private static readonly byte[] Mark = [0, 0, 0, 0x18, .. "ftypmp42"u8];
    private long _position = startsAt;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_position >= breaksAt)
            throw new IOException("The sender is gone.");
        var read = (int)Math.Min(buffer.Length, Math.Min(size, breaksAt) - _position);
        buffer[..read].Clear();
        if (_position == 0)
            Mark.CopyTo(buffer);
        _position += read;
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
