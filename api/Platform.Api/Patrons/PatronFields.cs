using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Api.Patrons;

/// <summary>What the API shows of a patron: to the library that issued the card, to the patron, to a guardian.</summary>
internal sealed class PatronFields : EntityType<Patron>
{
    public PatronFields()
        : base(Permission.ReadOwn, p => p.Id)
    {
        Column(p => p.CardNumber).Sortable().Filterable();
        Column(p => p.FullName).SortedBy((Patron p) => p.NameKey).Filterable();
        Column(p => p.Category).Filterable();
        Column(p => p.Grade).Filterable();
        Column(p => p.ClassName).Filterable();
        Column(p => p.MinistryCode, Permission.ReadPatrons).Filterable();
        Column(p => p.IsTemporary, Permission.ReadPatrons).Filterable();
        Column(p => p.RegisteredOn).Sortable();
        Column(p => p.LeftOn).Filterable();
        Column(p => p.ErasedAt, Permission.ReadPatrons);
        One(p => p.Library, p => p.LibraryId).Filterable();
        Many("loans", "Open and past loans, as far as they are not anonymised.", (Loan loan) => loan.PatronId);
        Many("holds", "Active and past holds.", (Hold hold) => hold.PatronId);
        Many("charges", "What the patron owes or owed.", (Charge charge) => charge.PatronId);
        Many("looks", "Who looked at the record of the child, and when.", (PatronLook look) => look.PatronId);
        Many("consents", "What the patron, or the guardian of a child, agreed to beyond lending.", (Consent consent) => consent.PatronId);
        Many("classMemberships", "The classes of the pupil, dated.", (ClassMembership membership) => membership.PatronId);
    }
}
