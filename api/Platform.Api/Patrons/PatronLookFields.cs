using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Patrons;

namespace Platform.Api.Patrons;

/// <summary>What the API shows of a look at a child's record.</summary>
internal sealed class PatronLookFields : EntityType<PatronLook>
{
    public PatronLookFields()
        : base(Permission.ReadOwn, l => l.Id)
    {
        Column(l => l.Actor);
        Column(l => l.At).Sortable().Filterable();
        Column(l => l.Kind).Filterable();
    }
}
