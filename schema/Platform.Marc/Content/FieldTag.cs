using System.Text;

namespace Platform.Marc.Content;

/// <summary>The three bytes of a tag in one number, so that filtering by tag compares numbers.</summary>
internal readonly record struct FieldTag(int Packed)
{
    /// <summary>Characters in a tag.</summary>
    public const int Length = 3;

    private static readonly string?[] Numeric = new string?[1000];

    public FieldTag(ReadOnlySpan<byte> bytes) : this(bytes[0] << 16 | bytes[1] << 8 | bytes[2])
    {
    }

    public FieldTag(string tag) : this(tag[0] << 16 | tag[1] << 8 | tag[2])
    {
    }

    public static FieldTag ControlNumber { get; } = new("001");

    public byte First => (byte)(Packed >> 16);

    public byte Second => (byte)(Packed >> 8);

    public byte Third => (byte)Packed;

    public bool IsControl => First == '0' && Second == '0';

    public bool IsAlphanumeric =>
        char.IsAsciiLetterOrDigit((char)First) && char.IsAsciiLetterOrDigit((char)Second) && char.IsAsciiLetterOrDigit((char)Third);

    public override string ToString()
    {
        if (!char.IsAsciiDigit((char)First) || !char.IsAsciiDigit((char)Second) || !char.IsAsciiDigit((char)Third))
            return Encoding.Latin1.GetString([First, Second, Third]);
        var number = (First - '0') * 100 + (Second - '0') * 10 + Third - '0';
        return Numeric[number] ??= Encoding.Latin1.GetString([First, Second, Third]);
    }
}
