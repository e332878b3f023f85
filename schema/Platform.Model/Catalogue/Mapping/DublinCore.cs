using Platform.Marc;

namespace Platform.Model.Catalogue.Mapping;

/// <summary>A MARC record in the fifteen elements of Dublin Core, after the crosswalk of the Library of Congress; what has no element is left out.</summary>
public static class DublinCore
{
    private static readonly FieldSpecification Years = FieldSpecification.Parse("260c:264[*1]c:264c:008[7-10]");

    private static readonly FieldSpecification Languages = FieldSpecification.Parse("008[35-37]:041a");

    private static readonly FieldSpecification Isbns = FieldSpecification.Parse("020a");

    private static readonly FieldSpecification Issns = FieldSpecification.Parse("022a");

    private static readonly FieldSpecification Addresses = FieldSpecification.Parse("856u");

    private static readonly (string Name, Func<MarcRecord, IEnumerable<string>> Values)[] Elements =
    [
        ("title", Texts("245abnp:246abnp:130anp:740anp")),
        ("creator", Texts("100abc:110abn:111andc")),
        ("subject", marc => SubjectHeadings.In(marc).Concat(Texts("082a:084a")(marc))),
        ("description", Texts("520ab:505a:500a")),
        ("publisher", Texts("260b:264[*1]b")),
        ("contributor", Texts("700abc:710abn:711andc:720a")),
        ("date", marc => Years.Extract(marc).Select(PublicationYear.Read).OfType<int>().Take(1).Select(year => year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture))),
        ("type", marc => (TypeOf(RecordKinds.Of(marc.Leader)) is { } type ? [type] : Enumerable.Empty<string>()).Concat(Texts("655a")(marc))),
        ("format", Texts("300abce:856q")),
        ("identifier", Identifiers),
        ("source", Texts("786t")),
        ("language", marc => Languages.Extract(marc).Select(LanguageCode.Read).OfType<string>()),
        ("relation", Texts("490av:440anv:530a:773t:780t:785t")),
        ("coverage", Texts("651a:752abcd")),
        ("rights", Texts("506a:540a")),
    ];

    /// <summary>The elements in the standard's order, each value once; none for a record that says nothing of the kind.</summary>
    public static IEnumerable<DublinCoreElement> Of(MarcRecord marc)
    {
        ArgumentNullException.ThrowIfNull(marc);
        return Elements.SelectMany(element => element.Values(marc).Where(value => value.Length > 0).Distinct().Select(value => new DublinCoreElement(element.Name, value)));
    }

    private static Func<MarcRecord, IEnumerable<string>> Texts(string from)
    {
        var fields = FieldSpecification.Parse(from);
        return marc => fields.Extract(marc).Select(Isbd.TrimEnd);
    }

    // Written as URNs: a bare number says nothing outside the catalogue. An ISBN whose check digit is wrong is no identifier.
    private static IEnumerable<string> Identifiers(MarcRecord marc) =>
        Isbns.Extract(marc).Select(Isbn.Read).OfType<Isbn>().Select(isbn => $"urn:isbn:{isbn.Digits}")
            .Concat(Issns.Extract(marc).Select(issn => $"urn:issn:{issn.Trim()}"))
            .Concat(Addresses.Extract(marc).Select(address => address.Trim()));

    private static string? TypeOf(RecordKind kind) => kind switch
    {
        RecordKind.Text or RecordKind.Serial or RecordKind.Music => "Text",
        RecordKind.Map or RecordKind.Picture => "Image",
        RecordKind.Video => "MovingImage",
        RecordKind.Sound => "Sound",
        _ => null,
    };
}

/// <summary>One element of a Dublin Core description.</summary>
/// <param name="Name">Name of the element, for example <c>title</c>.</param>
/// <param name="Value">Its text.</param>
public readonly record struct DublinCoreElement(string Name, string Value);
