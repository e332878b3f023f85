using Platform.Marc;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Libraries;

namespace Platform.Api.Tests.Catalogue.Interchange;

/// <summary>Records with real MARC content, as cataloguing stores them.</summary>
internal static class MarcSample
{
    public static BibliographicRecord Record(Library library, string title, string author = "Tô Hoài", string? isbn = null, string year = "2020") =>
        CatalogueMapping.NewRecord(Marc(title, author, isbn, year), library.Id, A.Noon);

    public static MarcRecord Marc(string title, string author = "Tô Hoài", string? isbn = null, string year = "2020") => MarcRecord.Create(Leader.NewBook,
    [
        new ControlField("008", $"200101s{year}    vm            000 0 vie d"),
        .. isbn is null ? Array.Empty<MarcField>() : [new DataField("020", ' ', ' ', new Subfield('a', isbn))],
        new DataField("082", '0', '4', new Subfield('a', "895.922334")),
        new DataField("100", '1', ' ', new Subfield('a', author)),
        new DataField("245", '1', '0', new Subfield('a', title + " /"), new Subfield('c', author)),
        new DataField("260", ' ', ' ', new Subfield('a', "H. :"), new Subfield('b', "Kim Đồng,"), new Subfield('c', year)),
        new DataField("650", ' ', '4', new Subfield('a', "Văn học thiếu nhi")),
    ]);
}
