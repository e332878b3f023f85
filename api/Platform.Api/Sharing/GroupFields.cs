using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>What the API shows of a group of libraries.</summary>
internal sealed class GroupFields : EntityType<LibraryGroup>
{
    public GroupFields()
        : base(Permission.ReadCatalogue, g => g.Id)
    {
        Column(g => g.Code).Sortable().Filterable();
        Column(g => g.Name).Sortable().Filterable();
        Column(g => g.AgreedOn);
        Column(g => g.EndsOn);
        Many("memberships", "The member libraries, past and present.", (Membership membership) => membership.GroupId);
    }
}
