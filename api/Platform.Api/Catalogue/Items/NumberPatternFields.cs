using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Catalogue.Numbering;

namespace Platform.Api.Catalogue.Items;

/// <summary>What the API shows of a register's pattern.</summary>
internal sealed class NumberPatternFields : EntityType<NumberPattern>
{
    public NumberPatternFields()
        : base(Permission.EditCatalogue, p => p.Id)
    {
        Column(p => p.Type).Filterable();
        Column(p => p.Prefix);
        Column(p => p.Digits);
        Column(p => p.Next);
        One(p => p.Library, p => p.LibraryId).Filterable();
    }
}
