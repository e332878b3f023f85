namespace Platform.Marc;

/// <summary>The rules of the standard that a <see cref="MarcProblem"/> names. The names are stable.</summary>
public enum MarcRule
{
    /// <summary>The input is none of the formats this library reads.</summary>
    UnknownFormat,

    /// <summary>The input is broken off or ill-formed, so nothing after this point can be read.</summary>
    IllFormedInput,

    /// <summary>Bytes between records that belong to none (line ends, NUL, blanks, ^Z, a byte order mark).</summary>
    BytesBetweenRecords,

    /// <summary>Bytes that look like no record were skipped.</summary>
    UnreadableBytes,

    /// <summary>Leader/00-04 is not the length of the record.</summary>
    RecordLength,

    /// <summary>The record terminator (1D) is missing.</summary>
    RecordTerminator,

    /// <summary>The record ends before its directory says so.</summary>
    TruncatedRecord,

    /// <summary>The record is longer than the reader's limit.</summary>
    RecordTooLong,

    /// <summary>A leader position holds what the standard does not allow there.</summary>
    Leader,

    /// <summary>Leader/12-16 is not the base address of the data.</summary>
    BaseAddress,

    /// <summary>The directory is not a row of entries of 12 characters.</summary>
    DirectoryLength,

    /// <summary>A directory entry is not digits, or points outside the record.</summary>
    DirectoryEntry,

    /// <summary>A field's length in the directory is not its length in the record.</summary>
    FieldLength,

    /// <summary>A field does not end in a field terminator (1E).</summary>
    FieldTerminator,

    /// <summary>Data that no directory entry points to.</summary>
    UnlistedData,

    /// <summary>The record has no fields.</summary>
    NoFields,

    /// <summary>A tag is not three digits or letters.</summary>
    Tag,

    /// <summary>Indicators are missing, too many, or not a printable ASCII character.</summary>
    Indicators,

    /// <summary>A data field without any subfield.</summary>
    NoSubfields,

    /// <summary>A delimiter without a subfield code, or a code that is not a lower-case letter or digit.</summary>
    SubfieldCode,

    /// <summary>Text between the indicators and the first subfield.</summary>
    TextBeforeSubfield,

    /// <summary>A subfield delimiter within a control field.</summary>
    SubfieldInControlField,

    /// <summary>Control number 001 occurs twice.</summary>
    RepeatedControlNumber,

    /// <summary>Leader/09 names another encoding than the bytes are in.</summary>
    WrongEncoding,

    /// <summary>Bytes that are no character in the record's encoding.</summary>
    UndecodableBytes,

    /// <summary>A MARC-8 escape sequence that names no known set.</summary>
    EscapeSequence,

    /// <summary>A combining mark with no letter to stand on.</summary>
    CombiningMark,

    /// <summary>A control character within the data.</summary>
    ControlCharacter,

    /// <summary>The output format cannot hold the field (ISO 2709: 9,999 bytes).</summary>
    FieldTooLong,

    /// <summary>The output encoding has no such character.</summary>
    UnencodableCharacter,
}
