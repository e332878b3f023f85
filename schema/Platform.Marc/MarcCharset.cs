namespace Platform.Marc;

/// <summary>How the bytes of a record's text are to be understood.</summary>
public enum MarcCharset
{
    /// <summary>As leader/09 says, corrected subfield by subfield where the bytes prove that the leader lies.</summary>
    Auto,

    /// <summary>UTF-8, whatever the leader says.</summary>
    Utf8,

    /// <summary>MARC-8 with all its escape sequences, whatever the leader says.</summary>
    Marc8,

    /// <summary>TCVN 5712-1 as used by the ABC fonts (".VnTime"). Only on request.</summary>
    Tcvn3,

    /// <summary>VNI for Windows: a base letter followed by a mark byte. Only on request.</summary>
    Vni,

    /// <summary>VISCII 1.1 (RFC 1456). Only on request.</summary>
    Viscii,

    /// <summary>Windows code page 1258. Only on request.</summary>
    Cp1258,
}
