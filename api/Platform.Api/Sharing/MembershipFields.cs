using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>What the API shows of a library's membership in a group.</summary>
internal sealed class MembershipFields : EntityType<Membership>
{
    public MembershipFields()
        : base(Permission.ReadCatalogue, m => m.Id)
    {
        Column(m => m.IsHub).Filterable();
        Column(m => m.JoinedOn).Sortable().Filterable();
        Column(m => m.LeftOn).Filterable();
        One(m => m.Group, m => m.GroupId);
        One(m => m.Library, m => m.LibraryId).Filterable();
    }
}
