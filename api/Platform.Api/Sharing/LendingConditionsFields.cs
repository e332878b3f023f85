using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Api.Sharing;

/// <summary>What the API shows of the conditions on which a library lends to others: every desk of the group knows them.</summary>
internal sealed class LendingConditionsFields : EntityType<LendingConditions>
{
    public LendingConditionsFields()
        : base(Permission.Circulate, c => c.Id)
    {
        Column(c => c.MostDays);
        Column(c => c.MostCopies);
        Computed("itemTypes", "The registers that are lent; empty for all.", [Hidden(c => c.ItemTypes)], values => (ItemType[])[.. LendingTerms.ReadTypes((string?)values[0])]);
        Computed("pauses", "Days on which nothing is lent, each as an interval of ISO 8601: 2026-12-14/2026-12-26.", [Hidden(c => c.Pauses)], values => ((string?)values[0])?.Split(',') ?? []);
        Column(c => c.Text);
        One(c => c.Library, c => c.LibraryId).Filterable();
    }
}
