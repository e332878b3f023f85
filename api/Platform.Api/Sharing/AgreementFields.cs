using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>What the API shows of an article of a group's agreement.</summary>
internal sealed class AgreementArticleFields : EntityType<AgreementArticle>
{
    public AgreementArticleFields()
        : base(Permission.ReadCatalogue, a => a.Id)
    {
        Column(a => a.Number).Sortable().Filterable();
        Column(a => a.Title);
        Column(a => a.Text);
        Column(a => a.FromOn).Sortable().Filterable();
        Column(a => a.UntilOn).Filterable();
        One(a => a.Group, a => a.GroupId);
    }
}

/// <summary>What the API shows of the level at which a member shares resources of a kind.</summary>
internal sealed class MemberLevelFields : EntityType<MemberLevel>
{
    public MemberLevelFields()
        : base(Permission.ReadCatalogue, l => l.Id)
    {
        Column(l => l.Kind).Filterable();
        Column(l => l.Level).Filterable();
        Column(l => l.FromOn).Sortable().Filterable();
        Column(l => l.UntilOn).Filterable();
        One(l => l.Library, l => l.LibraryId).Filterable();
    }
}

/// <summary>What the API shows of a member's contribution in money and staff.</summary>
internal sealed class MemberContributionFields : EntityType<MemberContribution>
{
    public MemberContributionFields()
        : base(Permission.ReadReports, c => c.Id)
    {
        Column(c => c.SchoolYear).Sortable().Filterable();
        Column(c => c.Amount).Sortable();
        Column(c => c.StaffDays).Sortable();
        Column(c => c.GivenOn).Sortable().Filterable();
        Column(c => c.Note);
        One(c => c.Group, c => c.GroupId).Filterable();
        One(c => c.Library, c => c.LibraryId).Filterable();
    }
}

/// <summary>What the API shows of a message of the hub.</summary>
internal sealed class GuidanceMessageFields : EntityType<GuidanceMessage>
{
    public GuidanceMessageFields()
        : base(Permission.ReadReports, m => m.Id)
    {
        Column(m => m.Title);
        Column(m => m.Text);
        Column(m => m.SentAt).Sortable().Filterable();
        One(m => m.Group, m => m.GroupId).Filterable();
    }
}
