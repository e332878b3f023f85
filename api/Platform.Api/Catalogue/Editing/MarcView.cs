using Platform.Marc;
using Platform.Model.Catalogue.Checks;

namespace Platform.Api.Catalogue.Editing;

/// <summary>A MARC record as a cataloguer's form shows it.</summary>
/// <param name="Leader">The 24 characters at its head.</param>
/// <param name="Fields">Its fields, in order.</param>
/// <param name="Text">The whole record, one line a field, as in .mrk.</param>
internal sealed record MarcView(string Leader, IReadOnlyList<MarcFieldView> Fields, string Text)
{
    public static MarcView Of(MarcRecord record) => new(
        record.Leader.ToString(), [.. MarcPlaces.Of(record).Select(p => MarcFieldView.Of(p.Field, p.Occurrence))], record.ToString());
}

/// <summary>A field of a MARC record.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Occurrence">Which field of that tag it is, from 1: changes name it so.</param>
/// <param name="Indicators">Two indicators, # for a blank; null for a control field.</param>
/// <param name="Value">The text of a control field; null for a data field.</param>
/// <param name="Subfields">The subfields of a data field.</param>
internal sealed record MarcFieldView(string Tag, int Occurrence, string? Indicators, string? Value, IReadOnlyList<MarcSubfieldView> Subfields)
{
    public static MarcFieldView Of(MarcField field, int occurrence) => field is DataField data
        ? new MarcFieldView(
            field.Tag, occurrence, $"{data.Indicator1}{data.Indicator2}".Replace(' ', '#'), null,
            [.. MarcPlaces.Of(data, "").Select(p => new MarcSubfieldView(p.Subfield.Code.ToString(), p.Occurrence, p.Subfield.Value))])
        : new MarcFieldView(field.Tag, occurrence, null, ((ControlField)field).Value, []); // there are only two kinds
}

/// <summary>A subfield of a data field.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Occurrence">Which subfield of that code it is in its field, from 1.</param>
/// <param name="Value">Its text.</param>
internal sealed record MarcSubfieldView(string Code, int Occurrence, string Value);
