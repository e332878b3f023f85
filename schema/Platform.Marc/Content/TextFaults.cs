namespace Platform.Marc.Content;

/// <summary>What is wrong with a piece of text.</summary>
[Flags]
internal enum TextFaults
{
    None = 0,

    /// <summary>It is in another encoding than the record says.</summary>
    WrongEncoding = 1,

    /// <summary>Bytes that are no character became U+FFFD.</summary>
    Undecodable = 2,

    /// <summary>An escape sequence names no set.</summary>
    Escape = 4,

    /// <summary>A mark has no letter to stand on.</summary>
    CombiningMark = 8,
}
