using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Catalogue.Merging;

namespace Platform.Api.Catalogue.Editing;

/// <summary>What the API shows of a merge of two records.</summary>
internal sealed class RecordMergeFields : EntityType<RecordMerge>
{
    public RecordMergeFields()
        : base(Permission.EditCatalogue, m => m.Id)
    {
        Column(m => m.MergedAt).Sortable().Filterable();
        Column(m => m.Actor);
        Column(m => m.UndoneAt).Filterable();
        Column(m => m.AbsorbedTitle);
        One(m => m.Kept, m => m.KeptId).Filterable();
        One(m => m.Library, m => m.LibraryId).Filterable();
    }
}
