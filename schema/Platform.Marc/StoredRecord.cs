namespace Platform.Marc;

/// <summary>A record as it is kept: bytes that <see cref="MarcRecord.ReadOne"/> reads back to the same record.</summary>
/// <param name="Format">Of the bytes.</param>
/// <param name="Bytes">The original ISO 2709 bytes where there were some; UTF-8 ISO 2709 or MARCXML otherwise.</param>
public readonly record struct StoredRecord(MarcFormat Format, ReadOnlyMemory<byte> Bytes);
