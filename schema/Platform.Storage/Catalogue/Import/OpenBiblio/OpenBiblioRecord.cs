using System.Globalization;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Text;

namespace Platform.Storage.Catalogue.Import.OpenBiblio;

/// <summary>A record of OpenBiblio: what stands in the columns of biblio, the MARC subfields beside it, and its copies.</summary>
internal sealed class OpenBiblioRecord(SqlDumpRow row, IEnumerable<SqlDumpRow> fields, IEnumerable<SqlDumpRow> copies)
{
    private const string Replacement = "\uFFFD";

    /// <summary>The record as MARC with its copies, or as one that cannot be taken.</summary>
    public ReadRecord ToReadRecord(int number, long libraryId, DateTimeOffset at)
    {
        if (Text(row["title"]) is null)
            return new ReadRecord(number, null, [], false, $"biblio {row["bibid"]} has no title", -1);
        var marc = ToMarc();
        var isDamaged = row.Values.Concat(fields.SelectMany(f => f.Values)).Any(value => value?.Contains(Replacement, StringComparison.Ordinal) is true);
        var remarks = copies.Where(c => c["status_cd"] is "lst" or "mnd").Select(c => $"copy '{c["barcode_nmbr"]}' was {(c["status_cd"] is "lst" ? "lost" : "being mended")}").ToList();
        if (isDamaged)
            remarks.Insert(0, "some letters are no UTF-8");
        var remark = remarks.Count == 0 ? null : string.Join("; ", remarks);
        return new ReadRecord(number, CatalogueMapping.NewRecord(marc, libraryId, at), ItemMapping.ItemsIn(marc), isDamaged, remark?[..Math.Min(remark.Length, Lengths.Title)], -1);
    }

    private MarcRecord ToMarc() => MarcRecord.Create(
        Leader.NewBook,
        [
            .. Text(row["bibid"]) is { } id ? new MarcField[] { new ControlField("001", id) } : [],
            .. Columns().Concat(Subfields()).Concat(copies.SelectMany(Copy)).OrderBy(f => f.Tag, StringComparer.Ordinal),
        ]);

    private IEnumerable<MarcField> Columns() =>
    [
        .. Field("090", ' ', ('a', Text(string.Join(' ', new[] { row["call_nmbr1"], row["call_nmbr2"], row["call_nmbr3"] }.Where(part => !string.IsNullOrWhiteSpace(part)))))),
        .. Field("100", '0', ('a', Text(row["author"]))),
        .. Field("245", '0', ('a', Text(row["title"])), ('b', Text(row["title_remainder"])), ('c', Text(row["responsibility_stmt"]))),
        .. Enumerable.Range(1, 5).SelectMany(i => Field("650", ' ', ('a', Text(row[string.Create(CultureInfo.InvariantCulture, $"topic{i}")])))),
    ];

    // Each row is a subfield. Rows of a tag belong to one field until a code comes again.
    private IEnumerable<MarcField> Subfields()
    {
        var open = new Dictionary<string, (char One, char Two, List<Subfield> Subfields)>();
        foreach (var part in fields.OrderBy(f => long.TryParse(f["fieldid"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : long.MaxValue))
        {
            if (TagOf(part["tag"]) is not { } tag || part["subfield_cd"] is not [var code] || !char.IsAsciiLetterOrDigit(code) || Text(part["field_data"]) is not { } text)
                continue;
            if (open.TryGetValue(tag, out var field) && field.Subfields.Any(s => s.Code == code))
            {
                yield return new DataField(tag, field.One, field.Two, field.Subfields);
                open.Remove(tag);
            }
            if (!open.TryGetValue(tag, out field))
                open[tag] = field = (Indicator(part["ind1_cd"]), Indicator(part["ind2_cd"]), []);
            field.Subfields.Add(new Subfield(code, text));
        }
        foreach (var (tag, field) in open)
            yield return new DataField(tag, field.One, field.Two, field.Subfields);
    }

    private static IEnumerable<MarcField> Copy(SqlDumpRow copy) =>
        Field("952", ' ', ('p', Text(copy["barcode_nmbr"])), ('d', copy["create_dt"] is { Length: >= 10 } day ? day[..10] : null), ('z', Text(copy["copy_desc"])));

    private static IEnumerable<MarcField> Field(string tag, char indicator, params (char Code, string? Text)[] parts)
    {
        var subfields = parts.Where(p => p.Text is not null).Select(p => new Subfield(p.Code, p.Text!)).ToList(); // filtered
        return subfields.Count > 0 ? [new DataField(tag, indicator, ' ', subfields)] : [];
    }

    // Fields below 010 have no subfields: OpenBiblio has no place for them.
    private static string? TagOf(string? tag) =>
        int.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 10 and <= 999 ? number.ToString("000", CultureInfo.InvariantCulture) : null;

    private static char Indicator(string? text) => text is [var one] && char.IsAsciiLetterOrDigit(one) ? one : ' ';

    private static string? Text(string? value) => value is not null && VietnameseText.Clean(value) is { Length: > 0 } text ? text : null;
}
