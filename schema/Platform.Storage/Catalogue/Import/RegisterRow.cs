using Platform.Marc;
using Platform.Model.Catalogue.Mapping;
using Platform.Storage.Spreadsheets;

namespace Platform.Storage.Catalogue.Import;

/// <summary>One row of an accession register: a copy and the little that the register says of its book.</summary>
internal sealed class RegisterRow(SheetRow cells, RegisterColumns columns)
{
    /// <summary>Whether the row may describe a copy: sums and signatures have neither title nor number.</summary>
    public bool IsCopy => Cell(RegisterColumn.Title) is not null || Cell(RegisterColumn.Number) is not null;

    /// <summary>The row as a record with one copy, or as one that cannot be taken.</summary>
    public ReadRecord ToReadRecord(int number, long libraryId, DateTimeOffset at)
    {
        if (Cell(RegisterColumn.Title) is null || Cell(RegisterColumn.Number) is null)
            return new ReadRecord(number, null, [], false, "the row lacks the title or the registration number", -1);
        var marc = ToMarc();
        return new ReadRecord(number, CatalogueMapping.NewRecord(marc, libraryId, at), ItemMapping.ItemsIn(marc), false, null, -1);
    }

    private MarcRecord ToMarc() => MarcRecord.Create(Leader.NewBook,
    [
        .. Field("020", ('a', RegisterColumn.Isbn)),
        .. Field("035", ('a', RegisterColumn.LegacyId)),
        .. Field("082", ('a', RegisterColumn.CallNumber)),
        .. Field("100", ('a', RegisterColumn.Author)),
        .. Field("245", ('a', RegisterColumn.Title)),
        .. Field("260", ('a', RegisterColumn.Place), ('b', RegisterColumn.Publisher), ('c', RegisterColumn.Year)),
        .. Field("300", ('a', RegisterColumn.Extent)),
        .. Field(
            "952", ('p', RegisterColumn.Number), ('c', RegisterColumn.Location), ('d', RegisterColumn.EnteredOn), ('g', RegisterColumn.Price),
            ('o', RegisterColumn.CallNumber), ('y', RegisterColumn.Type)),
    ]);

    private IEnumerable<DataField> Field(string tag, params (char Code, RegisterColumn Column)[] parts)
    {
        var subfields = parts.Where(p => Cell(p.Column) is not null).Select(p => new Subfield(p.Code, Cell(p.Column)!)).ToList(); // filtered
        return subfields.Count > 0 ? [new DataField(tag, ' ', ' ', subfields)] : [];
    }

    private string? Cell(RegisterColumn column) => columns.Cell(cells, column);
}
