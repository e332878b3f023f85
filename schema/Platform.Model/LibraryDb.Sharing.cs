using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;
using Platform.Model.Sharing.Rotation;

namespace Platform.Model;

/// <summary>The group and what moves between its libraries: its tables, and who sees which rows.</summary>
public abstract partial class LibraryDb
{
    public DbSet<AgreementArticle> AgreementArticles => Set<AgreementArticle>();

    public DbSet<MemberContribution> MemberContributions => Set<MemberContribution>();

    public DbSet<GuidanceMessage> GuidanceMessages => Set<GuidanceMessage>();

    public DbSet<SemesterDuty> SemesterDuties => Set<SemesterDuty>();

    public DbSet<SemesterList> SemesterLists => Set<SemesterList>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<RotationPlan> RotationPlans => Set<RotationPlan>();

    public DbSet<RotationMove> RotationMoves => Set<RotationMove>();

    public DbSet<InterLibraryLoan> InterLibraryLoans => Set<InterLibraryLoan>();

    public DbSet<InterLibraryOffer> InterLibraryOffers => Set<InterLibraryOffer>();

    public DbSet<LendingConditions> LendingConditions => Set<LendingConditions>();

    public DbSet<InterLibraryReader> InterLibraryReaders => Set<InterLibraryReader>();

    private bool GroupEverywhere { get; } = scope.ReachOf(Permission.ManageGroup).Everywhere;

    private IReadOnlyList<long> GroupLibraryIds { get; } = scope.ReachOf(Permission.ManageGroup).LibraryIds;

    private DateOnly Today => clock.Today();

    // Two plain members side by side would become one parameter of no name: they stand apart.
    // Both sides of a movement see it, and the hub; the reader behind an inter-library loan is seen by the borrowing library alone.
    private void FilterSharing(ModelBuilder model)
    {
        model.Entity<MemberContribution>().HasQueryFilter(ScopeFilter, c =>
            GroupEverywhere || GroupLibraryIds.Contains(c.LibraryId) || DiaryEverywhere || DiaryLibraryIds.Contains(c.LibraryId));
        model.Entity<SemesterList>().HasQueryFilter(ScopeFilter, l =>
            GroupEverywhere || GroupLibraryIds.Contains(l.LibraryId) || DiaryEverywhere || DiaryLibraryIds.Contains(l.LibraryId));
        model.Entity<Reminder>().HasQueryFilter(ScopeFilter, r => DiaryEverywhere || DiaryLibraryIds.Contains(r.LibraryId));
        model.Entity<GuidanceMessage>().HasQueryFilter(ScopeFilter, g => DiaryEverywhere
            || Memberships.Any(m => m.GroupId == g.GroupId && (m.LeftOn == null || m.LeftOn >= Today) && DiaryLibraryIds.Contains(m.LibraryId)));
        model.Entity<SemesterDuty>().HasQueryFilter(ScopeFilter, d => DiaryEverywhere
            || Memberships.Any(m => m.GroupId == d.GroupId && (m.LeftOn == null || m.LeftOn >= Today) && DiaryLibraryIds.Contains(m.LibraryId)));
        model.Entity<RotationPlan>().HasQueryFilter(ScopeFilter, p => DiaryEverywhere
            || Memberships.Any(m => m.GroupId == p.GroupId && (m.LeftOn == null || m.LeftOn >= Today) && DiaryLibraryIds.Contains(m.LibraryId)));
        model.Entity<RotationMove>().HasQueryFilter(ScopeFilter, m =>
            GroupEverywhere || GroupLibraryIds.Contains(m.OwnerId) || GroupLibraryIds.Contains(m.ReceiverId)
            || LendingEverywhere || LendingLibraryIds.Contains(m.OwnerId) || LendingLibraryIds.Contains(m.ReceiverId));
        model.Entity<InterLibraryOffer>().HasQueryFilter(ScopeFilter, o =>
            GroupEverywhere || GroupLibraryIds.Contains(o.LibraryId) || LendingEverywhere || LendingLibraryIds.Contains(o.LibraryId));
        model.Entity<InterLibraryLoan>().HasQueryFilter(ScopeFilter, l =>
            GroupEverywhere || GroupLibraryIds.Contains(l.BorrowerId)
            || LendingEverywhere || LendingLibraryIds.Contains(l.BorrowerId)
            || (l.LenderId != null && LendingLibraryIds.Contains(l.LenderId.Value))
            || (l.AskedId != null && LendingLibraryIds.Contains(l.AskedId.Value)));
        model.Entity<InterLibraryReader>().HasQueryFilter(ScopeFilter, r => LendingEverywhere || LendingLibraryIds.Contains(r.LibraryId));
    }
}
