using System.Buffers;
using System.Text;

namespace Platform.Reporting.Snapshots;

/// <summary>Writes numbers and texts of a chunk: variable-length numbers, texts with their length. The same content gives the same bytes.</summary>
internal sealed class ChunkWriter(int capacity)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(capacity);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    // Zigzag, then seven bits a byte.
    public void Number(long number)
    {
        var rest = (ulong)(number << 1 ^ number >> 63);
        var span = _bytes.GetSpan(10);
        var length = 0;
        for (; rest > 0x7F; rest >>= 7)
            span[length++] = (byte)(rest | 0x80);
        span[length++] = (byte)rest;
        _bytes.Advance(length);
    }

    // Length -1 is the absent text.
    public void Text(string? text)
    {
        if (text is null)
        {
            Number(-1);
            return;
        }
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }
}

/// <summary>Reads what <see cref="ChunkWriter"/> wrote.</summary>
internal ref struct ChunkReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <exception cref="InvalidDataException">The bytes end too early.</exception>
    public long Number()
    {
        var (value, shift) = (0UL, 0);
        for (var i = 0; i < _rest.Length && shift < 70; i++, shift += 7)
        {
            value |= (ulong)(_rest[i] & 0x7F) << shift;
            if (_rest[i] <= 0x7F)
            {
                _rest = _rest[(i + 1)..];
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }
        throw new InvalidDataException("The chunk ends within a number.");
    }

    /// <summary>How many things follow; never more than the bytes that are left.</summary>
    /// <exception cref="InvalidDataException">There are fewer bytes than things.</exception>
    public int Count() =>
        Number() is >= 0 and var count && count <= _rest.Length ? (int)count : throw new InvalidDataException("The chunk is shorter than it says.");

    /// <exception cref="InvalidDataException">The bytes end too early.</exception>
    public string? Text()
    {
        var length = Number();
        if (length < 0)
            return null;
        if (length > _rest.Length)
            throw new InvalidDataException("The chunk ends within a text.");
        var text = Encoding.UTF8.GetString(_rest[..(int)length]);
        _rest = _rest[(int)length..];
        return text;
    }
}
