using Platform.Marc;

namespace Platform.Model.Catalogue.Standardising;

/// <summary>A record as a rule would have it.</summary>
/// <param name="Record">The corrected record.</param>
/// <param name="Reason">Why, in Vietnamese; null when the difference says it.</param>
public sealed record Correction(MarcRecord Record, string? Reason = null);

/// <summary>The corrections that each rule proposes: pure, so that a preview and its application always agree.</summary>
public static class Corrections
{
    private static readonly Dictionary<StandardisationRule, Func<MarcRecord, Correction?>> Rules = new()
    {
        [StandardisationRule.Characters] = FormCorrections.Characters,
        [StandardisationRule.HeadingForms] = FormCorrections.Headings,
        [StandardisationRule.PublicationForms] = FormCorrections.Publication,
        [StandardisationRule.SubjectForms] = FormCorrections.Subjects,
        [StandardisationRule.NamesAndRoles] = PartingCorrections.Names,
        [StandardisationRule.TitleParts] = PartingCorrections.Title,
        [StandardisationRule.Ddc] = NumberCorrections.Ddc,
        [StandardisationRule.LegacyNumbers] = NumberCorrections.LegacyNumbers,
    };

    /// <summary>Whether a rule's corrections are accepted unless somebody rejects them.</summary>
    public static bool IsSafe(StandardisationRule rule) =>
        rule is StandardisationRule.Characters or StandardisationRule.HeadingForms or StandardisationRule.PublicationForms or StandardisationRule.SubjectForms;

    /// <summary>What the rule would make of the record; null when nothing, and for duplicates, which are no correction of one record.</summary>
    public static Correction? Propose(StandardisationRule rule, MarcRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var correction = Rules.TryGetValue(rule, out var propose) ? propose(record) : null;
        return correction is null || correction.Record.Equals(record) ? null : correction;
    }

    internal static MarcRecord Ordered(MarcRecord record, IEnumerable<MarcField> fields) =>
        MarcRecord.Create(record.Leader.With(9, 'a'), fields.OrderBy(f => f.Tag, StringComparer.Ordinal));

    internal static DataField With(DataField field, Func<Subfield, string> text) =>
        new(field.Tag, field.Indicator1, field.Indicator2, field.Subfields.Select(s => s with { Value = text(s) }));
}
