using Platform.Marc;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Editing;

/// <summary>Makes changes of a record: all of them, in order, or none.</summary>
public static class RecordEditing
{
    private const string LeaderTag = "LDR";

    /// <summary>The record after the changes; each sees what the ones before it made.</summary>
    public static RecordEdited Apply(MarcRecord record, IReadOnlyList<RecordChange> changes)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(changes);
        var draft = new Draft(record.Leader, [.. record.Fields]);
        for (var i = 0; i < changes.Count; i++)
            if (Make(draft, changes[i]) is { } fault)
                return new RecordEdited(null, i, fault.Vietnamese, fault.English);
        return new RecordEdited(MarcRecord.Create(draft.Leader.With(9, 'a'), draft.Fields)); // text of a changed record is Unicode
    }

    private static Fault? Make(Draft draft, RecordChange change)
    {
        if (change.Tag == LeaderTag || change.Kind is RecordChangeKind.SetLeader)
            return SetLeader(draft, change);
        if (change.Tag.Length != 3 || !change.Tag.All(char.IsAsciiLetterOrDigit))
            return new Fault($"'{change.Tag}' không phải là nhãn trường gồm ba chữ số.", $"'{change.Tag}' is no tag of three digits.");
        if (change.Kind is RecordChangeKind.AddField)
            return Fill(change, out var added) ?? Insert(draft, added!); // no fault: a field
        if (draft.PlaceOf(change) is not { } place)
            return new Fault($"Biểu ghi không có trường {change.Tag} thứ {change.Occurrence}.", $"The record has no field {change.Tag} number {change.Occurrence}.");
        return change.Kind switch
        {
            RecordChangeKind.RemoveField => Remove(draft, place),
            RecordChangeKind.ReplaceField => Fill(change, out var other) ?? Put(draft, place, other!), // no fault: a field
            _ => WithinField(draft, place, change),
        };
    }

    private static Fault? SetLeader(Draft draft, RecordChange change)
    {
        if (change.Value is not { Length: Leader.Length } text || text.Any(c => c is < ' ' or > '~'))
            return new Fault("Đầu biểu phải gồm đúng 24 ký tự ASCII.", "A leader has exactly 24 ASCII characters.");
        draft.Leader = new Leader(text);
        return null;
    }

    private static Fault? WithinField(Draft draft, int place, RecordChange change)
    {
        if (draft.Fields[place] is not DataField field)
            return new Fault($"Trường {change.Tag} là trường kiểm soát: hãy thay cả trường.", $"Field {change.Tag} is a control field: replace it as a whole.");
        if (change.Kind is RecordChangeKind.SetIndicators)
            return Indicators(change.Indicators) is { } set ? Put(draft, place, new DataField(field.Tag, set.First, set.Second, field.Subfields)) : NoIndicators(change);
        if (change.Code is not { Length: 1 } code || !char.IsAsciiLetterOrDigit(code[0]))
            return new Fault($"'{change.Code}' không phải là mã trường con.", $"'{change.Code}' is no subfield code.");
        var subfields = field.Subfields.ToList();
        var at = PlaceOf(subfields, code[0], change.SubfieldOccurrence);
        if (change.Kind is not RecordChangeKind.AddSubfield && at < 0)
            return new Fault($"Trường {change.Tag} không có trường con ${code} thứ {change.SubfieldOccurrence}.", $"Field {change.Tag} has no subfield ${code} number {change.SubfieldOccurrence}.");
        if (change.Kind is RecordChangeKind.RemoveSubfield)
            subfields.RemoveAt(at);
        else if (Text(change.Value) is not { Length: > 0 } text)
            return new Fault($"Trường con ${code} của trường {change.Tag} không có nội dung.", $"Subfield ${code} of field {change.Tag} has no text.");
        else if (change.Kind is RecordChangeKind.AddSubfield)
            subfields.Add(new Subfield(code[0], text));
        else
            subfields[at] = new Subfield(code[0], text);
        return subfields.Count == 0 ? Remove(draft, place) : Put(draft, place, new DataField(field.Tag, field.Indicator1, field.Indicator2, subfields));
    }

    private static int PlaceOf(List<Subfield> subfields, char code, int occurrence)
    {
        for (var i = 0; i < subfields.Count; i++)
            if (subfields[i].Code == code && --occurrence == 0)
                return i;
        return -1;
    }

    /// <summary>A field as a change or an input describes it, its text cleaned; null with the reason when it is none.</summary>
    public static Fault? Fill(RecordChange change, out MarcField? field)
    {
        ArgumentNullException.ThrowIfNull(change);
        field = null;
        if (change.Tag is not { Length: 3 } || !change.Tag.All(char.IsAsciiLetterOrDigit))
            return new Fault($"'{change.Tag}' không phải là nhãn trường gồm ba chữ số.", $"'{change.Tag}' is no tag of three digits.");
        if (change.Tag.StartsWith("00", StringComparison.Ordinal))
        {
            if (string.IsNullOrEmpty(change.Value) || change.Value.Any(char.IsControl))
                return new Fault($"Trường kiểm soát {change.Tag} không có nội dung hợp lệ.", $"Control field {change.Tag} has no sound text.");
            field = new ControlField(change.Tag, change.Value.Normalize());
            return null;
        }
        if (Indicators(change.Indicators ?? "##") is not { } indicators)
            return NoIndicators(change);
        var subfields = change.Subfields.Select(s => new Subfield(s.Code, Text(s.Value) ?? "")).ToList();
        if (subfields.Count == 0 || subfields.Any(s => s.Value.Length == 0 || !char.IsAsciiLetterOrDigit(s.Code)))
            return new Fault($"Trường {change.Tag} cần ít nhất một trường con, mỗi trường con có mã và nội dung.", $"Field {change.Tag} needs at least one subfield, each with a code and a text.");
        field = new DataField(change.Tag, indicators.First, indicators.Second, subfields);
        return null;
    }

    private static Fault NoIndicators(RecordChange change) => new(
        $"'{change.Indicators}' không phải là hai chỉ thị của trường {change.Tag}.", $"'{change.Indicators}' are no two indicators of field {change.Tag}.");

    private static (char First, char Second)? Indicators(string? text) =>
        text is { Length: 2 } && text.All(c => c is '#' or ' ' || char.IsAsciiLetterOrDigit(c)) ? (Blank(text[0]), Blank(text[1])) : null;

    private static char Blank(char indicator) => indicator == '#' ? ' ' : indicator;

    private static string? Text(string? value) => value is null ? null : VietnameseText.Clean(value);

    private static Fault? Insert(Draft draft, MarcField field)
    {
        draft.Fields.Insert(draft.Fields.FindLastIndex(f => string.CompareOrdinal(f.Tag, field.Tag) <= 0) + 1, field);
        return null;
    }

    private static Fault? Put(Draft draft, int place, MarcField field)
    {
        draft.Fields[place] = field;
        return null;
    }

    private static Fault? Remove(Draft draft, int place)
    {
        draft.Fields.RemoveAt(place);
        return null;
    }

    /// <summary>Why a change cannot be made.</summary>
    public sealed record Fault(string Vietnamese, string English);

    private sealed class Draft(Leader leader, List<MarcField> fields)
    {
        public Leader Leader { get; set; } = leader;

        public List<MarcField> Fields { get; } = fields;

        public int? PlaceOf(RecordChange change)
        {
            var left = change.Occurrence;
            var place = Fields.FindIndex(f => f.Tag == change.Tag && --left == 0);
            return place < 0 ? null : place;
        }
    }
}
