using System.Text;

namespace Platform.Marc.Content;

/// <summary>A growing row of bytes that can be cut back to an earlier length.</summary>
internal sealed class ByteBuffer(int capacity = 4096)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>What was written from a place on, to be changed there.</summary>
    public Span<byte> Written(int start) => _bytes.AsSpan(start, Length - start);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - Length)
            Grow(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    public void Write(byte value)
    {
        if (Length == _bytes.Length)
            Grow(1);
        _bytes[Length++] = value;
    }

    /// <summary>A character of UTF-16, no half of a pair, as UTF-8.</summary>
    public void WriteUtf8(char character)
    {
        if (character < 0x80)
            Write((byte)character);
        else
            WriteUtf8([character]);
    }

    /// <summary>Text as UTF-8; halves of pairs become U+FFFD.</summary>
    public void WriteUtf8(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _bytes.Length - Length)
            Grow(most);
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    /// <summary>Forgets everything after this length.</summary>
    public void CutTo(int length) => Length = length;

    private void Grow(int needed) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + needed));
}
