using Platform.Api.Catalogue.Editing;
using Platform.Api.Catalogue.Union;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Catalogue;

namespace Platform.Api.Catalogue;

/// <summary>What the API shows of a bibliographic record.</summary>
internal sealed class RecordFields : EntityType<BibliographicRecord>
{
    public RecordFields(MarcGraphs marc, UnionGraphs union)
        : base(Permission.ReadCatalogue, r => r.Id)
    {
        Column(r => r.Title).SortedBy((BibliographicRecord r) => r.TitleKey).Filterable();
        Column(r => r.Author).Filterable();
        Column(r => r.Responsibility);
        Column(r => r.Edition);
        Column(r => r.PublicationPlace);
        Column(r => r.Publisher).Filterable();
        Column(r => r.PublicationYear).Sortable().Filterable();
        Column(r => r.Extent);
        Column(r => r.Series);
        Column(r => r.Isbn).Filterable();
        Column(r => r.Ddc).Filterable();
        Column(r => r.Language).Filterable();
        Column(r => r.Kind).Filterable();
        Computed("subjects", "Subject headings (MARC 6XX).", [Hidden(r => r.Subjects)], values => Lines((string?)values[0]));
        Column(r => r.Summary);
        Column(r => r.ControlNumber).Filterable();
        Column(r => r.CreatedAt);
        Column(r => r.UpdatedAt).Sortable().Filterable();
        One(r => r.Library, r => r.LibraryId).Filterable();
        Batch("marc", "The MARC record, field by field.", () => GraphKind.Of(marc.Record), MarcGraphs.ReadAsync);
        Batch("problems", "What the rules say of the record.", () => GraphKind.Of(marc.Problem).Required().List(), MarcGraphs.CheckAsync, Permission.EditCatalogue);
        Batch("samePublication", "Records of all members that likely describe the same publication, surest first, each with the reason.", () => MarcGraphs.ListOf(union.Match), SameRecord.ReadAsync);
        Batch("holders", "Who holds what now: copies, free copies and copies on loan by library, over all records of the same publication.", () => MarcGraphs.ListOf(union.Holder), Holder.ReadAsync);
        Many("items", "The copies of all libraries.", (Item item) => item.RecordId);
    }

    private static string[] Lines(string? text) => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
