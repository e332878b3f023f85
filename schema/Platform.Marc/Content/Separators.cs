namespace Platform.Marc.Content;

/// <summary>The control characters that ISO 2709 gives a meaning.</summary>
internal static class Separators
{
    public const byte Record = 0x1D;
    public const byte Field = 0x1E;
    public const byte Subfield = 0x1F;
    public const byte Escape = 0x1B;
}
