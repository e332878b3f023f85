namespace Platform.Marc;

/// <summary>One step of reading a file: a record, or the report of one that could not be read.</summary>
/// <param name="Record">The record; null when nothing could be made of these bytes.</param>
/// <param name="Number">The record's position in the input, from 1. Bytes skipped between records do not count.</param>
/// <param name="Offset">Bytes before the record in the input (-1 for formats that do not tell).</param>
/// <param name="Problems">What was wrong; empty for a sound record.</param>
public readonly record struct MarcReading(
    MarcRecord? Record, int Number, long Offset, IReadOnlyList<MarcProblem> Problems);
