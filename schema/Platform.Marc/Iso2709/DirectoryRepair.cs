using Platform.Marc.Content;
using Platform.Marc.Input;

namespace Platform.Marc.Iso2709;

/// <summary>
/// Reads the fields of a record whose directory does not fit its data. Field terminators say where fields really end;
/// the directory says their tags; where both can be matched, every field is kept.
/// </summary>
internal sealed class DirectoryRepair
{
    private readonly byte[] _record;
    private readonly ProblemList _problems;
    private readonly int _dataStart;
    private readonly int _dataEnd;
    private readonly List<DirectoryEntry> _entries;
    private readonly FieldSegments _segments;
    private readonly FieldSlot?[] _slots;

    private DirectoryRepair(byte[] record, int directoryEnd, int dataEnd, ProblemList problems)
    {
        _record = record;
        _problems = problems;
        _dataStart = directoryEnd + 1;
        _dataEnd = dataEnd;
        _entries = DirectoryEntries.Of(record, directoryEnd, problems);
        _segments = new FieldSegments(record, _dataStart, dataEnd);
        _slots = new FieldSlot?[_entries.Count];
    }

    /// <summary>The fields that could be made out, in the directory's order.</summary>
    public static FieldSlot[] Parse(byte[] record, ProblemList problems)
    {
        var dataEnd = record[^1] == Separators.Record ? record.Length - 1 : record.Length;
        var directoryEnd = Array.IndexOf(record, Separators.Field, Math.Min(Leader.Length, record.Length));
        if (directoryEnd < 0)
        {
            problems.Add(MarcRule.TruncatedRecord, MarcSeverity.Damaged, record.Length, null, "The record ends within its directory.");
            return [];
        }
        if (LeaderShape.BaseAddress(record) != directoryEnd + 1)
            problems.Add(MarcRule.BaseAddress, MarcSeverity.Repaired, 12, null, $"Leader/12-16 says '{FieldText.Of(record.AsSpan(12, 5))}', the data begin at {directoryEnd + 1}.");
        return new DirectoryRepair(record, directoryEnd, dataEnd, problems).Run();
    }

    private FieldSlot[] Run()
    {
        if (_segments.EndsOpen)
            _problems.Add(MarcRule.FieldTerminator, MarcSeverity.Repaired, _dataEnd, null, "The last field has no terminator.");
        for (var i = 0; i < _entries.Count; i++)
            if (SegmentOf(i) is >= 0 and var segment)
                _slots[i] = Place(i, segment);
        PlaceHomeless();
        return [.. _slots.OfType<FieldSlot>()];
    }

    // Entries whose position is of no use take, in order, the data that no other entry claims.
    private void PlaceHomeless()
    {
        var free = _segments.Unclaimed();
        var used = 0;
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_slots[i] is not null)
                continue;
            var entry = _entries[i];
            if (used == free.Count)
            {
                Report(MarcRule.DirectoryEntry, MarcSeverity.Damaged, entry, "The directory entry points to no data.");
                continue;
            }
            var (start, end) = (_segments.Start(free[used]), _segments.End(free[used]));
            used++;
            _slots[i] = new FieldSlot(entry.Tag, start, end - start);
            Report(MarcRule.DirectoryEntry, MarcSeverity.Repaired, entry, "The directory entry is damaged; the field was found by its place in the data.");
        }
        if (used < free.Count)
            _problems.Add(MarcRule.UnlistedData, MarcSeverity.Damaged, _segments.Start(free[used]), null, $"{free.Count - used} fields of the data are in no directory entry.");
    }

    private int SegmentOf(int index)
    {
        var entry = _entries[index];
        if (!entry.IsNumeric || entry.Start >= _dataEnd - _dataStart)
            return -1;
        var start = _dataStart + entry.Start;
        var exact = _segments.BeginningAt(start);
        // Within a piece that an overwritten terminator made too long, if the entry before ends there.
        return exact < 0 && index > 0 && EndOf(_entries[index - 1]) == entry.Start ? _segments.Holding(start) : exact;
    }

    private FieldSlot Place(int index, int segment)
    {
        var entry = _entries[index];
        var start = _dataStart + entry.Start;
        var end = _segments.End(segment);
        var said = start + entry.Length;
        var next = index + 1 < _entries.Count ? _entries[index + 1].Start : -1;
        if (said - 1 != end && next == EndOf(entry) && said > start && said <= _dataEnd)
        {
            // The next field begins where this one is said to end: a terminator is missing, or one stands within the data.
            if (_record[said - 1] != Separators.Field)
                Report(MarcRule.FieldTerminator, MarcSeverity.Repaired, entry, "The field's terminator is missing.");
            end = said - 1;
        }
        else if (end == _dataEnd && said > _dataEnd + 1)
            Report(MarcRule.TruncatedRecord, MarcSeverity.Damaged, entry, $"Only {end - start} of the field's {entry.Length} bytes are there.");
        else if (said - 1 != end)
            Report(MarcRule.FieldLength, MarcSeverity.Repaired, entry, $"The directory says {entry.Length} bytes, the field has {end + 1 - start}.");
        _segments.Claim(segment, end + 1);
        return new FieldSlot(entry.Tag, start, end - start);
    }

    private static int EndOf(DirectoryEntry entry) => entry.IsNumeric ? entry.Start + entry.Length : -1;

    private void Report(MarcRule rule, MarcSeverity severity, DirectoryEntry entry, string message) =>
        _problems.Add(rule, severity, entry.Place, entry.Tag.ToString(), message);
}
