using System.Globalization;
using Platform.Marc;

namespace Platform.Model.Catalogue.Editing;

/// <summary>What a new record of a document type begins with: leader, 008, 040, 041, 044, content, media and carrier type, and the fields that are usually filled in.</summary>
/// <param name="Kind">The document type.</param>
/// <param name="Record">The fields that hold something already.</param>
/// <param name="Prompts">Fields that are usually filled in, as tag, indicators and subfield codes: <c>245 10 abc</c>.</param>
public sealed record RecordTemplate(DocumentKind Kind, MarcRecord Record, IReadOnlyList<string> Prompts)
{
    private static readonly string[] BookPrompts =
        ["020 ## acd", "082 04 a2", "100 0# ae", "245 10 abc", "250 ## a", "260 ## abc", "300 ## abc", "490 0# av", "520 ## a", "650 #4 a", "653 ## a", "700 0# ae"];

    private static readonly string[] SerialPrompts =
        ["022 ## a", "082 04 a2", "245 00 abc", "260 ## abc", "300 ## ac", "310 ## a", "362 0# a", "650 #4 a", "653 ## a", "710 2# ab"];

    private static readonly string[] OtherPrompts =
        ["082 04 a2", "100 0# ae", "245 10 abc", "260 ## abc", "300 ## abc", "500 ## a", "520 ## a", "650 #4 a", "653 ## a", "856 40 uz"];

    // Leader/06-07, 008/18-34, 336 $b, 337 $b, 338 $b, by MARC 21 and the RDA value lists.
    private static readonly Dictionary<DocumentKind, (string Type, string Fixed, string Content, string Media, string Carrier)> Shapes = new()
    {
        [DocumentKind.Textbook] = ("am", "a          000 0 ", "txt", "n", "nc"),
        [DocumentKind.TeacherBook] = ("am", "    f      000 0 ", "txt", "n", "nc"),
        [DocumentKind.ReferenceBook] = ("am", "           000 0 ", "txt", "n", "nc"),
        [DocumentKind.ChildrensBook] = ("am", "a   j      000 1 ", "txt", "n", "nc"),
        [DocumentKind.Periodical] = ("as", "mr p       0   b0", "txt", "n", "nc"),
        [DocumentKind.Map] = ("em", "       a     0   ", "cri", "n", "nb"),
        [DocumentKind.Picture] = ("km", "nnn            in", "sti", "n", "nb"),
        [DocumentKind.Sound] = ("jm", "nnn              ", "prm", "s", "sd"),
        [DocumentKind.Video] = ("gm", "---            vu", "tdi", "v", "vd"),
        [DocumentKind.Electronic] = ("mm", "     o  d        ", "txt", "c", "cr"),
        [DocumentKind.Kit] = ("om", "nnn            bn", "tdf", "n", "nr"),
    };

    /// <summary>The template of a document type under a library's defaults.</summary>
    /// <param name="kind">The document type.</param>
    /// <param name="defaults">What the library writes into 040, 041, 044 and 008.</param>
    /// <param name="today">Day of entry, for 008/00-05.</param>
    public static RecordTemplate Of(DocumentKind kind, CataloguingDefaults defaults, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        var shape = Shapes[kind];
        var record = new MarcRecordBuilder(new Leader($"00000n{shape.Type} a2200000 i 4500"))
            .Control("008", FixedField(kind, shape.Fixed, defaults, today))
            .Data("040", "##", "a" + defaults.Agency, "b" + defaults.DescriptionLanguage, "e" + defaults.Rules)
            .Data("041", "0#", "a" + defaults.Language)
            .Data("044", "##", "a" + defaults.Country)
            .Data("336", "##", "b" + shape.Content, "2rdacontent")
            .Data("337", "##", "b" + shape.Media, "2rdamedia")
            .Data("338", "##", "b" + shape.Carrier, "2rdacarrier")
            .Build();
        return new RecordTemplate(kind, record, kind switch
        {
            DocumentKind.Periodical => SerialPrompts,
            DocumentKind.Textbook or DocumentKind.TeacherBook or DocumentKind.ReferenceBook or DocumentKind.ChildrensBook => BookPrompts,
            _ => OtherPrompts,
        });
    }

    private static string FixedField(DocumentKind kind, string specific, CataloguingDefaults defaults, DateOnly today)
    {
        var isSerial = kind is DocumentKind.Periodical;
        var dates = isSerial ? "c    9999" : "s        ";
        return today.ToString("yyMMdd", CultureInfo.InvariantCulture) + dates + defaults.Country.PadRight(3)[..3] + specific + defaults.Language.PadRight(3)[..3] + " d";
    }
}

/// <summary>Document types of a school library, each with a cataloguing template.</summary>
public enum DocumentKind : byte
{
    /// <summary>Textbook (sách giáo khoa).</summary>
    Textbook = 1,

    /// <summary>Teachers' book (sách giáo viên, sách nghiệp vụ).</summary>
    TeacherBook = 2,

    /// <summary>Reference book (sách tham khảo).</summary>
    ReferenceBook = 3,

    /// <summary>Children's book (sách thiếu nhi).</summary>
    ChildrensBook = 4,

    /// <summary>Newspaper or magazine (báo, tạp chí).</summary>
    Periodical = 5,

    /// <summary>Map or atlas (bản đồ).</summary>
    Map = 6,

    /// <summary>Picture or poster (tranh ảnh).</summary>
    Picture = 7,

    /// <summary>Sound recording (băng, đĩa tiếng).</summary>
    Sound = 8,

    /// <summary>Video (băng, đĩa hình).</summary>
    Video = 9,

    /// <summary>Electronic resource (tài liệu điện tử).</summary>
    Electronic = 10,

    /// <summary>Kit or teaching aid (bộ đồ dùng dạy học).</summary>
    Kit = 11,
}
