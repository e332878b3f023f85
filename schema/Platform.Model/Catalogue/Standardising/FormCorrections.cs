using System.Text.RegularExpressions;
using Platform.Marc;
using Platform.Model.Catalogue.Naming;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Standardising;

/// <summary>Corrections of form that lose nothing.</summary>
internal static partial class FormCorrections
{
    // Places as ISBD abbreviates them in Vietnam.
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["ha noi"] = "H.",
        ["hanoi"] = "H.",
        ["hn"] = "H.",
        ["h"] = "H.",
        ["tp ha noi"] = "H.",
        ["tp ho chi minh"] = "Tp. Hồ Chí Minh",
        ["tp hcm"] = "Tp. Hồ Chí Minh",
        ["tphcm"] = "Tp. Hồ Chí Minh",
        ["ho chi minh"] = "Tp. Hồ Chí Minh",
        ["thanh pho ho chi minh"] = "Tp. Hồ Chí Minh",
        ["hcm"] = "Tp. Hồ Chí Minh",
        ["da nang"] = "Đà Nẵng",
        ["hue"] = "Huế",
        ["can tho"] = "Cần Thơ",
        ["hai phong"] = "Hải Phòng",
    };

    public static Correction Characters(MarcRecord record) => new(Corrections.Ordered(record, record.Fields.Select(field => field switch
    {
        DataField data when data.Subfields.Any(s => VietnameseText.Clean(s.Value).Length > 0) =>
            new DataField(data.Tag, data.Indicator1, data.Indicator2, data.Subfields.Select(s => s with { Value = VietnameseText.Clean(s.Value) }).Where(s => s.Value.Length > 0)),
        _ => field,
    })));

    public static Correction Headings(MarcRecord record) => new(Corrections.Ordered(record, record.Fields.Select(field =>
        field is DataField { Tag: "100" or "700" } data ? Heading(data) : field)));

    // Vietnamese names stand in their natural order: "Nguyễn, Nhật Ánh" is turned back.
    private static DataField Heading(DataField field)
    {
        var name = field['a'];
        if (name is null || NameStatement.Read(name).Names.Count > 1)
            return field;
        var tidy = name.TrimEnd(' ', ',', ';');
        var parts = tidy.Split(',', 2, StringSplitOptions.TrimEntries);
        var natural = parts.Length == 2 && !parts[0].Contains(' ', StringComparison.Ordinal) && NameShapes.IsVietnamese($"{parts[0]} {parts[1]}") ? $"{parts[0]} {parts[1]}" : tidy;
        // A comma before a relator term is ISBD's and stays.
        if (natural == tidy && field.Subfields.Count > 1)
            return field;
        var turned = Corrections.With(field, s => s.Code == 'a' ? natural : s.Value);
        return natural == tidy ? turned : new DataField(turned.Tag, '0', turned.Indicator2, turned.Subfields);
    }

    public static Correction Publication(MarcRecord record) => new(Corrections.Ordered(record, record.Fields.Select(field =>
        field is DataField { Tag: "260" or "264" } data ? Publication(data) : field)));

    private static DataField Publication(DataField field)
    {
        var codes = field.Subfields.Select(s => s.Code).ToList();
        return new DataField(field.Tag, field.Indicator1, field.Indicator2, field.Subfields.Select((s, i) => s.Code switch
        {
            'a' => s with { Value = Place(s.Value) + Before(codes, i) },
            'b' => s with { Value = Publisher().Replace(Bare(s.Value), "") + Before(codes, i) },
            'c' => s with { Value = Bare(s.Value) },
            _ => s,
        }));
    }

    private static string Place(string text) => Places.GetValueOrDefault(VietnameseText.Fold(text)) ?? Bare(text);

    private static string Bare(string text) => text.TrimEnd(' ', ':', ',', ';').Trim();

    // ISBD's sign stands before the part it introduces: at the end of the one in front.
    private static string Before(List<char> codes, int at) => at + 1 >= codes.Count ? "" : codes[at + 1] switch
    {
        'b' => " :",
        'c' => ",",
        'a' => " ;",
        _ => "",
    };

    public static Correction Subjects(MarcRecord record)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var fields = record.Fields.Select(field => field is DataField { Tag: "650" } data ? Subject(data) : field);
        return new Correction(Corrections.Ordered(record, fields.Where(field => field.Tag != "650" || seen.Add(VietnameseText.Fold(field.ToString()!))).ToList())); // every field is shown as text
    }

    private static DataField Subject(DataField field) => new(field.Tag, field.Indicator1, field.Indicator2, field.Subfields.SelectMany(s => s.Code == 'a' && s.Value.Contains("--", StringComparison.Ordinal)
        ? s.Value.Split("--", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((part, i) => new Subfield(i == 0 ? 'a' : 'x', Term(part)))
        : [s.Code is 'a' or 'x' ? s with { Value = Term(s.Value) } : s]));

    private static string Term(string text)
    {
        var term = text.Trim().TrimEnd('.', ' ', ',', ';');
        return term.Length == 0 ? text : char.ToUpper(term[0], VietnameseCulture) + term[1..];
    }

    private static System.Globalization.CultureInfo VietnameseCulture { get; } = System.Globalization.CultureInfo.GetCultureInfo("vi-VN");

    [GeneratedRegex(@"^(Nxb\.?|NXB\.?|Nhà xuất bản|Nhà Xuất bản|Nhà Xuất Bản|NHÀ XUẤT BẢN)\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Publisher();
}
