using Platform.Marc;

namespace Platform.Model.Catalogue.Mapping;

/// <summary>Subject headings as librarians print them: the heading, then its subdivisions after <c> -- </c>.</summary>
internal static class SubjectHeadings
{
    private const string Subdivisions = "vxyz";

    private static readonly FieldSpecification Controlled = FieldSpecification.Parse("600:610:611:630:648:650:651:654:655");

    // 653 holds uncontrolled terms: each $a is one of its own.
    private static readonly FieldSpecification Uncontrolled = FieldSpecification.Parse("653a");

    public static IEnumerable<string> In(MarcRecord marc) =>
        Controlled.Fields(marc).OfType<DataField>().Select(HeadingOf).Concat(Uncontrolled.Extract(marc));

    private static string HeadingOf(DataField field)
    {
        var heading = string.Join(' ', field.Subfields.Where(s => char.IsAsciiLetter(s.Code) && !Subdivisions.Contains(s.Code)).Select(s => s.Value));
        return string.Join(" -- ", [Isbd.TrimEnd(heading), .. field.Values(Subdivisions).Select(Isbd.TrimEnd)]);
    }
}
