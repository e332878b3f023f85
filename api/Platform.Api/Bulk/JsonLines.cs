namespace Platform.Api.Bulk;

/// <summary>One line of a file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">Its bytes, without the end of the line; empty for a line that was too long.</param>
/// <param name="EndsAt">Offset behind it in the file.</param>
/// <param name="IsTooLong">Whether it has more bytes than a line may have.</param>
internal readonly record struct JsonLine(long Number, ReadOnlyMemory<byte> Text, long EndsAt, bool IsTooLong)
{
    public bool IsEmpty => !IsTooLong && Text.Span.IndexOfAnyExcept(" \t\r"u8) < 0;
}

/// <summary>Reads a file line by line from any offset, holding no more of it than one line may have.</summary>
internal sealed class JsonLines(Stream file, long offset, long number, int mostBytes)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The next line; null behind the last one.</summary>
    public async ValueTask<JsonLine?> NextAsync(CancellationToken cancellationToken)
    {
        var (from, tooLong) = (0, false);
        while (true)
        {
            var at = _buffer.AsSpan(_start + from, _end - _start - from).IndexOf((byte)'\n');
            if (at >= 0)
                return Line(from + at, 1, tooLong);
            from = _end - _start;
            if (_isAtEnd)
                return from == 0 && !tooLong ? null : Line(from, 0, tooLong);
            if (from > mostBytes)
            {
                // The rest of the line is passed over; of its length only that it is too long is known.
                tooLong = true;
                offset += from;
                (_start, _end, from) = (0, 0, 0);
            }
            await FillAsync(cancellationToken);
        }
    }

    private JsonLine Line(int length, int end, bool tooLong)
    {
        var text = _buffer.AsMemory(_start, length);
        if (offset == 0 && text.Span.StartsWith(ByteOrderMark))
            text = text[3..];
        offset += length + end;
        _start += length + end;
        tooLong |= length > mostBytes;
        return new JsonLine(++number, tooLong ? default : text.ToArray(), offset, tooLong);
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = await file.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _isAtEnd = read == 0;
    }
}
