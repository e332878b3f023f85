namespace Platform.Marc;

/// <summary>The ways a MARC 21 record is written down.</summary>
public enum MarcFormat
{
    /// <summary>ISO 2709, the exchange format of libraries ("binary MARC", .mrc).</summary>
    Iso2709,

    /// <summary>MARCXML, the Library of Congress "slim" schema.</summary>
    MarcXml,

    /// <summary>MARC-in-JSON: an object with <c>leader</c> and <c>fields</c>; an array of them, one a line, or one alone.</summary>
    Json,

    /// <summary>The mnemonic text of MarcEdit (.mrk): one line a field, an empty line between records.</summary>
    Mrk,
}
