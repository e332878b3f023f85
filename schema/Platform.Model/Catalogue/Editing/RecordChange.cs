using Platform.Marc;

namespace Platform.Model.Catalogue.Editing;

/// <summary>One change of a MARC record, as small as a subfield. A field is named by its tag and its place among the fields of that tag.</summary>
public sealed record RecordChange
{
    /// <summary>What is done.</summary>
    public required RecordChangeKind Kind { get; init; }

    /// <summary>The field's tag; <c>LDR</c> for the leader.</summary>
    public required string Tag { get; init; }

    /// <summary>Which field of that tag, from 1.</summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>Two indicators, <c>#</c> or a blank for none; where a field is added or replaced, or indicators are set.</summary>
    public string? Indicators { get; init; }

    /// <summary>The subfield's code, where a subfield is meant.</summary>
    public string? Code { get; init; }

    /// <summary>Which subfield of that code within the field, from 1.</summary>
    public int SubfieldOccurrence { get; init; } = 1;

    /// <summary>The new text of a subfield, a control field or the leader.</summary>
    public string? Value { get; init; }

    /// <summary>The subfields of a data field that is added or replaced.</summary>
    public IReadOnlyList<Subfield> Subfields { get; init; } = [];
}

/// <summary>Kinds of changes of a MARC record.</summary>
public enum RecordChangeKind : byte
{
    /// <summary>A field more, after the last one whose tag is not greater.</summary>
    AddField = 1,

    /// <summary>Another content in the place of a field.</summary>
    ReplaceField = 2,

    /// <summary>A field less.</summary>
    RemoveField = 3,

    /// <summary>Other indicators of a field.</summary>
    SetIndicators = 4,

    /// <summary>A subfield more, at the end of a field.</summary>
    AddSubfield = 5,

    /// <summary>Another text of a subfield.</summary>
    SetSubfield = 6,

    /// <summary>A subfield less; a field without subfields goes with its last one.</summary>
    RemoveSubfield = 7,

    /// <summary>Another leader, 24 characters; lengths and encoding are kept by the platform.</summary>
    SetLeader = 8,
}

/// <summary>A record after its changes, or the first change that cannot be made.</summary>
/// <param name="Record">The changed record; null when a change cannot be made.</param>
/// <param name="At">Place of that change in the list, from 0.</param>
/// <param name="Vietnamese">Why not, in Vietnamese.</param>
/// <param name="English">Why not, in English.</param>
public sealed record RecordEdited(MarcRecord? Record, int At = 0, string Vietnamese = "", string English = "");
