namespace Platform.Marc;

/// <summary>How to write a file of records.</summary>
public sealed record MarcWriteOptions
{
    /// <summary>UTF-8 for every format.</summary>
    public static MarcWriteOptions Default { get; } = new();

    /// <summary>The encoding of ISO 2709 output: <see cref="MarcCharset.Utf8"/> or <see cref="MarcCharset.Marc8"/>. Other formats are always UTF-8.</summary>
    public MarcCharset Charset { get; init; } = MarcCharset.Utf8;
}
