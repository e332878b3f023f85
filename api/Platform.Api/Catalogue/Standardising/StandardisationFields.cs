using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Catalogue.Standardising;

namespace Platform.Api.Catalogue.Standardising;

/// <summary>What the API shows of a review list.</summary>
internal sealed class StandardisationJobFields : EntityType<StandardisationJob>
{
    public StandardisationJobFields()
        : base(Permission.EditCatalogue, j => j.Id)
    {
        Column(j => j.State).Filterable();
        Column(j => j.Examined);
        Column(j => j.Changed);
        Column(j => j.CreatedAt).Sortable().Filterable();
        Column(j => j.AppliedAt);
        Column(j => j.UndoneAt);
        One(j => j.Library, j => j.LibraryId).Filterable();
        Many("lines", "The proposed corrections, to be filtered by rule and decision.", (StandardisationLine line) => line.JobId);
    }
}

/// <summary>What the API shows of a line of a review list.</summary>
internal sealed class StandardisationLineFields : EntityType<StandardisationLine>
{
    public StandardisationLineFields()
        : base(Permission.EditCatalogue, l => l.Id)
    {
        Column(l => l.Rule).Filterable();
        Column(l => l.Decision).Filterable();
        Column(l => l.Before);
        Column(l => l.After);
        Column(l => l.Reason);
        One(l => l.Record, l => l.RecordId).Filterable();
        One<Model.Catalogue.BibliographicRecord>("otherRecord", "The other record of a duplicate.", l => l.OtherRecordId);
    }
}
