using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Catalogue.Control;

namespace Platform.Api.Catalogue.Union;

/// <summary>What the API shows of a decision on two records.</summary>
internal sealed class ClusterDecisionFields : EntityType<ClusterDecision>
{
    public ClusterDecisionFields()
        : base(Permission.EditCatalogue, d => d.Id)
    {
        Column(d => d.IsSame).Filterable();
        Column(d => d.Note);
        Column(d => d.DecidedAt).Sortable().Filterable();
        Column(d => d.Actor);
        Column(d => d.UndoneAt).Filterable();
        One(d => d.Record, d => d.RecordId).Filterable();
        One(d => d.Other, d => d.OtherId).Filterable();
    }
}
