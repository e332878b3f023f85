using Platform.Api.GraphQL.Mutations;
using Platform.Marc;
using Platform.Model.Catalogue.Editing;

namespace Platform.Api.Catalogue.Editing;

/// <summary>A subfield.</summary>
internal sealed record MarcSubfieldInput
{
    /// <summary>Its code: a lower-case letter or a digit.</summary>
    public required string Code { get; init; }

    /// <summary>Its text.</summary>
    public required string Value { get; init; }
}

/// <summary>A field: a control field has a value, a data field indicators and subfields.</summary>
internal sealed record MarcFieldInput
{
    /// <summary>Its tag: three digits.</summary>
    public required string Tag { get; init; }

    /// <summary>Two indicators, # for a blank; ## when nothing is said.</summary>
    public string? Indicators { get; init; }

    /// <summary>The text of a control field.</summary>
    public string? Value { get; init; }

    /// <summary>The subfields of a data field, in order.</summary>
    public IReadOnlyList<MarcSubfieldInput>? Subfields { get; init; }
}

/// <summary>One change of a record, as small as a subfield.</summary>
internal sealed record RecordChangeInput
{
    /// <summary>What is done.</summary>
    public required RecordChangeKind Kind { get; init; }

    /// <summary>The field's tag; LDR for the leader.</summary>
    public required string Tag { get; init; }

    /// <summary>Which field of that tag, from 1; the first when nothing is said.</summary>
    public int? Occurrence { get; init; }

    /// <summary>Two indicators, # for a blank, where a field is added or replaced or its indicators are set.</summary>
    public string? Indicators { get; init; }

    /// <summary>The subfield's code, where a subfield is meant.</summary>
    public string? Code { get; init; }

    /// <summary>Which subfield of that code in the field, from 1; the first when nothing is said.</summary>
    public int? SubfieldOccurrence { get; init; }

    /// <summary>The new text of a subfield, a control field or the leader.</summary>
    public string? Value { get; init; }

    /// <summary>The subfields of a field that is added or replaced.</summary>
    public IReadOnlyList<MarcSubfieldInput>? Subfields { get; init; }
}

/// <summary>What inputs say as changes and records.</summary>
internal static class MarcInputs
{
    private const int MostChanges = 1000;

    public static RecordChange ToChange(this RecordChangeInput input) => new()
    {
        Kind = input.Kind,
        Tag = input.Tag,
        Occurrence = input.Occurrence ?? 1,
        Indicators = input.Indicators,
        Code = input.Code,
        SubfieldOccurrence = input.SubfieldOccurrence ?? 1,
        Value = input.Value,
        Subfields = SubfieldsOf(input.Subfields),
    };

    public static RecordChange ToChange(this MarcFieldInput input) => new()
    {
        Kind = RecordChangeKind.AddField,
        Tag = input.Tag,
        Indicators = input.Indicators,
        Value = input.Value,
        Subfields = SubfieldsOf(input.Subfields),
    };

    /// <summary>The record after the changes, or what of the input is wrong.</summary>
    public static (MarcRecord? Record, InvalidInput? Error) Edit(MarcRecord record, IReadOnlyList<RecordChange> changes, string field)
    {
        if (changes.Count > MostChanges)
            return (null, new InvalidInput(field, $"Mỗi lần chỉ sửa được tối đa {MostChanges} chỗ.", $"At most {MostChanges} changes are made at once."));
        var edited = RecordEditing.Apply(record, changes);
        return edited.Record is { } changed ? (changed, null) : (null, new InvalidInput($"{field}.{edited.At}", edited.Vietnamese, edited.English));
    }

    // A code that is no single letter or digit is refused where the field is made.
    private static IReadOnlyList<Subfield> SubfieldsOf(IReadOnlyList<MarcSubfieldInput>? inputs) =>
        [.. (inputs ?? []).Select(s => new Subfield(s.Code.Length == 1 ? s.Code[0] : '?', s.Value))];
}
