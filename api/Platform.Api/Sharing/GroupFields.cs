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
        Column(g => g.LenderOrder);
        Many("articles", "The articles of the agreement, with their former wordings.", (AgreementArticle article) => article.GroupId);
        Many("levels", "The levels at which members share, with the former ones.", (MemberLevel level) => level.GroupId);
        Many("contributions", "What members gave in money and staff.", (MemberContribution contribution) => contribution.GroupId, Permission.ReadReports);
        Many("guidance", "Messages of the hub to the members.", (GuidanceMessage message) => message.GroupId, Permission.ReadReports);
        Many("duties", "What members owe in each semester.", (SemesterDuty duty) => duty.GroupId, Permission.ReadReports);
        Many("memberships", "The member libraries, past and present.", (Membership membership) => membership.GroupId);
    }
}
