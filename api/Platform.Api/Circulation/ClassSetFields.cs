using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Circulation;

namespace Platform.Api.Circulation;

/// <summary>What the API shows of a class set.</summary>
internal sealed class ClassSetFields : EntityType<ClassSet>
{
    public ClassSetFields()
        : base(Permission.Circulate, s => s.Id)
    {
        Column(s => s.LentAt).Sortable().Filterable();
        Column(s => s.DueOn).Sortable().Filterable();
        Column(s => s.Copies);
        Column("outstanding", "How many copies are still out.", s => s.Loans.Count(l => l.ReturnedAt == null));
        Column("lost", "How many copies were lost.", s => s.Loans.Count(l => l.EndedAs == LoanEnd.Lost));
        Column(s => s.IsFreeTextbookLending).Filterable();
        One(s => s.Class, s => s.ClassId).Filterable();
        One<Platform.Model.Libraries.Library>("library", "The library that lends.", s => s.LibraryId).Filterable();
        Many("loans", "The loans of the set: who has which copy, and who still owes one.", (Loan loan) => loan.ClassSetId);
    }
}

/// <summary>What the API shows of a row of the lending matrix: to everyone, as it hangs on the wall of a library.</summary>
internal sealed class LoanRuleFields : EntityType<LoanRule>
{
    public LoanRuleFields()
        : base(Permission.ReadCatalogue, r => r.Id)
    {
        Column(r => r.PatronCategory).Filterable();
        Column(r => r.ItemType).Filterable();
        Column(r => r.Lends);
        Column(r => r.LoanLimit);
        Column(r => r.LoanDays);
        Column(r => r.DueBy);
        Column(r => r.RenewalLimit);
        Column(r => r.HoldLimit);
        Column(r => r.HoldShelfDays);
        Column(r => r.RecallDays);
        Column(r => r.OverdueLimit);
        Column(r => r.DebtLimit);
        Column(r => r.FinePerDay);
        Column(r => r.FineLimit);
        Column(r => r.RemovedAt).Filterable();
        One<Platform.Model.Libraries.Library>("library", "The library whose own rule this is; null in a rule of a group or of all.", r => r.LibraryId).Filterable();
        One<Platform.Model.Sharing.LibraryGroup>("group", "The group whose members share the rule; null in a rule of a library or of all.", r => r.GroupId).Filterable();
    }
}
