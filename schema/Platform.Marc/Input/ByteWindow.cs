namespace Platform.Marc.Input;

/// <summary>A sliding window over a stream: its bytes can be looked at, dropped from the front, and more asked for.</summary>
internal sealed class ByteWindow(Stream stream)
{
    private const int InitialSize = 256 * 1024;

    private byte[] _buffer = new byte[InitialSize];
    private int _start;
    private int _end;

    /// <summary>What has been read and not yet dropped.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Position of the window's first byte in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether the stream has no more bytes than the window shows.</summary>
    public bool IsComplete { get; private set; }

    public void Drop(int count)
    {
        _start += count;
        Offset += count;
    }

    /// <summary>Reads more bytes at the end, making room as needed.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_end == _buffer.Length)
            MakeRoom();
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        IsComplete = read == 0;
    }

    private void MakeRoom()
    {
        // A window that is more than half full holds one long record: only then does it grow.
        var target = _end - _start > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Bytes.CopyTo(target);
        _end -= _start;
        _start = 0;
        _buffer = target;
    }
}
