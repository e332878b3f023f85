namespace Platform.Marc;

/// <summary>How to read a file of records. The default reads anything it recognises, each record as its leader and bytes say.</summary>
public sealed record MarcReadOptions
{
    /// <summary>Everything as it comes.</summary>
    public static MarcReadOptions Default { get; } = new();

    /// <summary>The format; null to recognise it from the first bytes.</summary>
    public MarcFormat? Format { get; init; }

    /// <summary>The encoding of ISO 2709 and .mrk text. XML and JSON say themselves what they are in.</summary>
    public MarcCharset Charset { get; init; }

    /// <summary>Whether <c>&amp;#x1EBF;</c> in MARC-8 text means that character (MARC 21 "lossless" conversion). On by default.</summary>
    public bool NumericReferences { get; init; } = true;

    /// <summary>Whether the inside of fields is looked at for problems. Off, counting and copying files is faster; records are the same.</summary>
    public bool InspectFields { get; init; } = true;

    /// <summary>The longest record that is read, in bytes; a longer one is a problem and is skipped.</summary>
    public int MaxRecordBytes { get; init; } = 16 * 1024 * 1024;
}
