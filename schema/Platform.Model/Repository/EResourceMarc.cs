using System.Globalization;
using Platform.Marc;

namespace Platform.Model.Repository;

/// <summary>
/// An e-resource as a MARC 21 record: what its description says, and an 856 for each file that leads to an address of the platform. The
/// address stays the same over versions, and whether its caller gets the file is decided each time it is opened. Dublin Core is made from
/// this record by <see cref="Catalogue.Mapping.DublinCore"/>, so both say the same.
/// </summary>
public static class EResourceMarc
{
    /// <summary>The record of a resource that readers know of.</summary>
    /// <param name="resource">The resource, with its library.</param>
    /// <param name="files">The files that readers get, in order.</param>
    /// <param name="address">The platform's own address, ending in a slash.</param>
    public static MarcRecord Of(EResource resource, IReadOnlyList<EResourceFile> files, Uri address)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(address);
        var shape = ShapeOf(resource.Kind);
        var record = new MarcRecordBuilder(new Leader($"00000n{shape.Type}m a2200000 i 4500"))
            .Control("007", "cr |||||||||||")
            .Control("008", FixedField(resource, shape.Fixed))
            .Data("040", "##", "a" + resource.Library.Code, "bvie", "erda")
            .Data("041", "0#", "a" + resource.Language)
            .Data("100", "0#", "a" + resource.Author)
            .Data("245", "10", $"a{resource.Title} /", $"c{resource.Author}")
            .Data("264", "#1", $"b{resource.Library.Name},", "c" + Year(resource))
            .Data("336", "##", "b" + shape.Content, "2rdacontent")
            .Data("337", "##", "bc", "2rdamedia")
            .Data("338", "##", "bcr", "2rdacarrier")
            .Data("506", LevelIndicator(resource), "a" + EResourceWording.Level(resource.Level))
            .Data("520", "##", "a" + resource.Description)
            .Data("521", "2#", "a" + Grades(resource))
            .Data("540", "##", "a" + EResourceWording.Licence(resource.Licence), "u" + EResourceWording.LicenceAddress(resource.Licence))
            .Data("650", "#4", "a" + resource.Subject)
            .Data("655", "#4", "a" + EResourceWording.Kind(resource.Kind));
        for (var number = 1; number <= files.Count; number++)
            record.Add(Link(files[number - 1], AddressOf(resource.Id, number, address)));
        return record.Build();
    }

    /// <summary>The record of a catalogue with its 856 fields for the resource replaced by those of today; its other links stay.</summary>
    /// <param name="marc">The catalogue's record.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="files">The files that readers get, in order.</param>
    /// <param name="address">The platform's own address, ending in a slash.</param>
    public static MarcRecord LinkInto(MarcRecord marc, EResource resource, IReadOnlyList<EResourceFile> files, Uri address)
    {
        ArgumentNullException.ThrowIfNull(marc);
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(address);
        var own = new Uri(address, PathOf(resource.Id)).AbsoluteUri + "/";
        var kept = marc.Fields.Where(field => !(field is DataField { Tag: "856" } link && link['u']?.StartsWith(own, StringComparison.Ordinal) is true));
        var links = files.Select((file, index) => Link(file, AddressOf(resource.Id, index + 1, address)));
        return links.Aggregate(marc.WithFields(kept), (record, link) => record.WithField(link));
    }

    /// <summary>The path under which the files of a resource are found for good, the number of the file after it.</summary>
    public static string PathOf(long resourceId) => string.Create(CultureInfo.InvariantCulture, $"files/e-resources/{resourceId}");

    private static string AddressOf(long resourceId, int number, Uri address) =>
        new Uri(address, string.Create(CultureInfo.InvariantCulture, $"{PathOf(resourceId)}/{number}")).AbsoluteUri;

    // 856 40: by HTTP, the resource itself. $q as the standard has it, the media type; $s the size, $y what a reader clicks.
    private static DataField Link(EResourceFile file, string address) => new(
        "856", '4', '0',
        new Subfield('q', file.Content.Format.MediaType()),
        new Subfield('s', string.Create(CultureInfo.InvariantCulture, $"{file.Content.Size} byte")),
        new Subfield('u', address),
        new Subfield('y', file.Name));

    // Leader/06, 008/18-34 with form of item "o" (online), content type of RDA.
    private static (char Type, string Fixed, string Content) ShapeOf(EResourceKind kind) => kind switch
    {
        EResourceKind.LessonPlan or EResourceKind.EBook => ('a', "     o     000 0 ", "txt"),
        EResourceKind.Audio => ('i', "nnn  o           ", "spw"),
        EResourceKind.Video => ('g', "---        o   vu", "tdi"),
        EResourceKind.Image => ('k', "nnn        o   in", "sti"),
        EResourceKind.ELesson or EResourceKind.Other => ('m', "     o  d        ", "txt"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string FixedField(EResource resource, string specific) =>
        DateOnly.FromDateTime(resource.CreatedAt.UtcDateTime).ToString("yyMMdd", CultureInfo.InvariantCulture)
        + (Year(resource) is { } year ? $"s{year}    " : "nuuuu    ")
        + "vm " + specific + resource.Language.PadRight(3)[..3] + " d";

    private static string? Year(EResource resource) => resource.PublishedOn?.Year.ToString("0000", CultureInfo.InvariantCulture);

    private static string? Grades(EResource resource) => (resource.GradeFrom, resource.GradeTo) switch
    {
        (null, _) => null,
        ({ } from, { } to) when to != from => string.Create(CultureInfo.InvariantCulture, $"{from}-{to}"),
        ({ } from, _) => from.ToString(CultureInfo.InvariantCulture),
    };

    // 506 first indicator: 0 no restrictions, 1 restrictions apply.
    private static string LevelIndicator(EResource resource) =>
        resource.Level is SharingLevel.Download && resource is { TeachersOnly: false, IsLimitedToCopies: false } ? "0#" : "1#";
}
