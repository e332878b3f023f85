using Platform.Marc;
using Platform.Model.Libraries;

namespace Platform.Model.Catalogue;

/// <summary>
/// The description of one publication, shared by all libraries that hold it. The MARC record itself is kept losslessly in
/// <see cref="RecordContent"/>; the columns here are what is searched, sorted and listed, derived from it by <c>CatalogueMapping</c>.
/// </summary>
public sealed class BibliographicRecord : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that catalogued or imported the record.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Control number of the source system (MARC 001); a hint for matching, never unique.</summary>
    public string? ControlNumber { get; set; }

    /// <summary>What kind of record it is (MARC leader/06).</summary>
    public required RecordKind Kind { get; set; }

    /// <summary>Title proper with remainder, number and name of part (MARC 245 $a $b $n $p), punctuation of ISBD trimmed at the end.</summary>
    public required string Title { get; set; }

    /// <summary>Main author or corporate body (MARC 100, 110, 111), as written in the record.</summary>
    public string? Author { get; set; }

    /// <summary>Statement of responsibility (MARC 245 $c).</summary>
    public string? Responsibility { get; set; }

    /// <summary>Edition statement (MARC 250).</summary>
    public string? Edition { get; set; }

    /// <summary>Place of publication (MARC 260 or 264 $a).</summary>
    public string? PublicationPlace { get; set; }

    /// <summary>Publisher (MARC 260 or 264 $b).</summary>
    public string? Publisher { get; set; }

    /// <summary>Year of publication: first plausible year of MARC 260 or 264 $c, otherwise of 008/07-10; null when neither has one.</summary>
    public int? PublicationYear { get; set; }

    /// <summary>Physical description (MARC 300).</summary>
    public string? Extent { get; set; }

    /// <summary>Series (MARC 490, otherwise 440).</summary>
    public string? Series { get; set; }

    /// <summary>First valid ISBN of MARC 020 $a as 13 digits; null when none has a correct check digit. A hint: the same textbook changes ISBN between printings.</summary>
    public string? Isbn { get; set; }

    /// <summary>Dewey Decimal Classification number (MARC 082 $a) as recorded.</summary>
    public string? Ddc { get; set; }

    /// <summary>Main language, MARC code (008/35-37, otherwise 041 $a).</summary>
    public string? Language { get; set; }

    /// <summary>Subject headings (MARC 6XX), one a line.</summary>
    public string? Subjects { get; set; }

    /// <summary>Other persons and bodies with a part in it (MARC 700, 710, 711), one a line.</summary>
    public string? Contributors { get; set; }

    /// <summary>Other titles it is known by, and titles of works in it (MARC 130, 240, 246, 505, 740), one a line.</summary>
    public string? OtherTitles { get; set; }

    /// <summary>Summary (MARC 520).</summary>
    public string? Summary { get; set; }

    /// <summary>Folded title for sorting and prefix search; never shown.</summary>
    public string TitleKey { get; set; } = "";

    /// <summary>Folded title, authors, subjects, series and numbers for searching without marks; never shown.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>SHA-256 of the imported bytes, hexadecimal: the same record imported twice is one record.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>When the record was first stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When the record was deleted; the row stays, so that harvesters learn of it.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>The record's MARC content.</summary>
    public RecordContent Content { get; set; } = null!;

    /// <summary>The copies of all libraries.</summary>
    public ICollection<Item> Items { get; init; } = [];

    /// <summary>The library that catalogued or imported the record.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>The MARC record behind a <see cref="BibliographicRecord"/>, byte for byte as it was read, apart so that lists need not load it.</summary>
public sealed class RecordContent
{
    /// <summary>The record's key.</summary>
    public long RecordId { get; init; }

    /// <summary>How <see cref="Bytes"/> are to be read.</summary>
    public required StoredFormat Format { get; set; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; set; }

    /// <summary>The record, read back.</summary>
    /// <exception cref="InvalidDataException">The bytes hold no record.</exception>
    public MarcRecord ToMarc() => MarcRecord.ReadOne(Bytes, Format is StoredFormat.Iso2709 ? MarcFormat.Iso2709 : MarcFormat.MarcXml);
}

/// <summary>Form of stored MARC bytes.</summary>
public enum StoredFormat : byte
{
    /// <summary>ISO 2709, in the character set that the record's leader says or that was detected.</summary>
    Iso2709 = 1,

    /// <summary>MARCXML, for records that ISO 2709 cannot hold.</summary>
    MarcXml = 2,
}

/// <summary>Kind of a record by MARC leader/06, as far as school libraries tell them apart.</summary>
public enum RecordKind : byte
{
    /// <summary>Printed or handwritten text (a, t).</summary>
    Text = 1,

    /// <summary>Serial: text whose leader/07 is s, b or i.</summary>
    Serial = 2,

    /// <summary>Notated music (c, d).</summary>
    Music = 3,

    /// <summary>Maps (e, f).</summary>
    Map = 4,

    /// <summary>Film, video, projected medium (g).</summary>
    Video = 5,

    /// <summary>Sound recording (i, j).</summary>
    Sound = 6,

    /// <summary>Picture, poster, two-dimensional graphic (k).</summary>
    Picture = 7,

    /// <summary>Computer file, electronic resource (m).</summary>
    Electronic = 8,

    /// <summary>Kit, mixed materials, object (o, p, r).</summary>
    Kit = 9,

    /// <summary>Authority record (z).</summary>
    Authority = 10,

    /// <summary>Holdings record (u, v, x, y).</summary>
    Holdings = 11,

    /// <summary>Any other code.</summary>
    Other = 12,
}
