using Platform.Marc;

namespace Platform.Model.Catalogue.Checks;

/// <summary>Names the fields and subfields of a record by tag and place, as problems, changes and differences point to them.</summary>
public static class MarcPlaces
{
    /// <summary>The fields with their places: <c>700[2]</c>.</summary>
    public static IEnumerable<(MarcField Field, string Path, int Occurrence)> Of(MarcRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return PlacedFields(record);
    }

    private static IEnumerable<(MarcField Field, string Path, int Occurrence)> PlacedFields(MarcRecord record)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in record.Fields)
        {
            var occurrence = seen[field.Tag] = seen.GetValueOrDefault(field.Tag) + 1;
            yield return (field, $"{field.Tag}[{occurrence}]", occurrence);
        }
    }

    /// <summary>The data fields of one tag with their places.</summary>
    public static IEnumerable<(DataField Field, string Path)> Of(MarcRecord record, string tag) =>
        Of(record).Where(p => p.Field.Tag == tag).Select(p => (Field: p.Field as DataField, p.Path)).Where(p => p.Field is not null).Select(p => (p.Field!, p.Path)); // filtered

    /// <summary>The subfields with their places: <c>700[2]$a[1]</c>.</summary>
    public static IEnumerable<(Subfield Subfield, string Path, int Occurrence)> Of(DataField field, string path)
    {
        ArgumentNullException.ThrowIfNull(field);
        return PlacedSubfields(field, path);
    }

    private static IEnumerable<(Subfield Subfield, string Path, int Occurrence)> PlacedSubfields(DataField field, string path)
    {
        var seen = new Dictionary<char, int>();
        foreach (var subfield in field.Subfields)
        {
            var occurrence = seen[subfield.Code] = seen.GetValueOrDefault(subfield.Code) + 1;
            yield return (subfield, $"{path}${subfield.Code}[{occurrence}]", occurrence);
        }
    }
}
