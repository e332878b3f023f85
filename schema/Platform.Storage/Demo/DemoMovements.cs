using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Sharing.InterLibrary;
using Platform.Model.Sharing.Rotation;
using Platform.Storage.Sharing;

namespace Platform.Storage.Demo;

/// <summary>Copies on their way between the demo schools: loans of a past semester and of these weeks, a rotation that is over and one that runs.</summary>
internal sealed class DemoMovements(LibraryDb db, IReadOnlyDictionary<string, Library> libraries, long groupId, DateOnly today)
{
    private const double Thousandths = 1000;

    private static readonly Dictionary<SchoolLevel, int> MinimumPerPupil = new()
    {
        [SchoolLevel.Preschool] = 2,
        [SchoolLevel.Primary] = 3,
        [SchoolLevel.LowerSecondary] = 4,
        [SchoolLevel.UpperSecondary] = 5,
        [SchoolLevel.MultiLevel] = 5,
    };

    /// <summary>The loans of the data file that are over, and three of these weeks: one there, one on the way, one asked for.</summary>
    public async Task<IReadOnlyList<InterLibraryLoan>> LoansAsync(IReadOnlyList<DemoLoanBetween> former, CancellationToken cancellationToken)
    {
        var loans = new List<InterLibraryLoan>();
        foreach (var loan in former.Where(l => l.Home < today))
        {
            var copy = (await CopiesAsync(loan.Lender, ItemType.ReferenceBook, loans.Count, 1, cancellationToken))[0];
            var over = Loan(loan.Borrower, loan.Lender, copy, loan.Sent.AddDays(-2), loan.Due, InterLibraryState.Closed);
            (over.SentOn, over.ArrivedOn, over.ReturnedOn) = (loan.Sent, loan.Sent.AddDays(1), loan.Home);
            loans.Add(over);
        }
        var free = await CopiesAsync("CSMS", ItemType.ReferenceBook, 40, 2, cancellationToken);
        var there = Loan("THHB", "CSMS", free[0], today.AddDays(-18), today.AddDays(12), InterLibraryState.Arrived);
        (there.SentOn, there.ArrivedOn) = (today.AddDays(-15), today.AddDays(-14));
        var onTheWay = Loan("LCSN", "PTDM", (await CopiesAsync("PTDM", ItemType.ReferenceBook, 40, 1, cancellationToken))[0], today.AddDays(-4), today.AddDays(26), InterLibraryState.Sent);
        onTheWay.SentOn = today.AddDays(-1);
        return [.. loans, there, onTheWay, Asked("PTDM", "CSMS", free[1])];
    }

    /// <summary>The rotation of the second semester of 2025-2026: everything home, one copy lost and made good.</summary>
    public async Task<RotationPlan> FormerRotationAsync(IReadOnlyList<DemoRotation> sets, CancellationToken cancellationToken)
    {
        var plan = Plan("2025-2026-HK2", RotationState.Closed, new DateOnly(2026, 1, 20), "Đầu mối lập theo đề nghị của các trường.");
        plan.ClosedOn = new DateOnly(2026, 5, 29);
        foreach (var set in sets)
            foreach (var copy in await CopiesAsync(set.From, ItemType.ChildrensBook, 0, set.Copies, cancellationToken))
                plan.Moves.Add(new RotationMove
                {
                    ItemId = copy.Id,
                    OwnerId = libraries[set.From].Id,
                    ReceiverId = libraries[set.To].Id,
                    Reason = "Theo đề nghị của thư viện nhận.",
                    State = MoveState.Home,
                    SentOn = new DateOnly(2026, 1, 26),
                    ArrivedOn = new DateOnly(2026, 1, 28),
                    SentBackOn = new DateOnly(2026, 5, 25),
                    ClosedOn = new DateOnly(2026, 5, 27),
                });
        return plan;
    }

    /// <summary>The rotation of the running semester, planned from the shelves: one half there, some on the way; null when there is nothing to send.</summary>
    public async Task<RotationPlan?> RunningRotationAsync(ReportPeriod semester, CancellationToken cancellationToken)
    {
        var rules = new RotationRules();
        var proposal = RotationPlanner.Propose(await new RotationLoader(db, MinimumPerPupil).LoadAsync(groupId, rules, today, cancellationToken));
        if (proposal.Sets.Count == 0)
            return null;
        var plan = Plan(semester.Code, RotationState.Approved, today.AddDays(-21), RotationWording.ExplanationOf(proposal), proposal);
        var at = 0;
        foreach (var set in proposal.Sets)
            foreach (var item in set.ItemIds)
                plan.Moves.Add(Move(set, item, (at++ % 4) switch { 0 or 1 => MoveState.Arrived, 2 => MoveState.Sent, _ => MoveState.Planned }));
        return plan;
    }

    private RotationMove Move(RotationSet set, long item, MoveState state) => new()
    {
        ItemId = item,
        OwnerId = set.FromId,
        ReceiverId = set.ToId,
        Reason = RotationWording.ReasonOf(set),
        State = state,
        SentOn = state is MoveState.Planned ? null : today.AddDays(-14),
        ArrivedOn = state is MoveState.Arrived ? today.AddDays(-12) : null,
    };

    private RotationPlan Plan(string semester, RotationState state, DateOnly approvedOn, string explanation, RotationProposal? proposal = null) => new()
    {
        GroupId = groupId,
        Semester = semester,
        State = state,
        Score = (long)((proposal?.Score.Total ?? 0) * Thousandths),
        BaselineScore = (long)((proposal?.Baseline.Total ?? 0) * Thousandths),
        Explanation = explanation,
        CreatedAt = SchoolTime.StartOf(approvedOn.AddDays(-3)).AddHours(9),
        ApprovedOn = approvedOn,
    };

    // Copies that nobody has on loan and that do not travel, in the order of their numbers.
    private Task<List<Item>> CopiesAsync(string library, ItemType type, int skip, int count, CancellationToken cancellationToken)
    {
        var owner = libraries[library].Id;
        return db.Items.AsNoTracking()
            .Where(i => i.LibraryId == owner && i.Type == type && i.Status == ItemStatus.InStock && i.AcquiredOn < new DateOnly(2025, 8, 1))
            .Where(i => !db.Loans.Any(l => l.ItemId == i.Id && l.ReturnedAt == null) && !db.InterLibraryLoans.Any(l => l.ItemId == i.Id && l.ReturnedOn == null))
            .OrderBy(i => i.RegistrationNumber)
            .Skip(skip)
            .Take(count)
            .ToListAsync(cancellationToken);
    }

    private InterLibraryLoan Asked(string borrower, string owner, Item copy)
    {
        var loan = Loan(borrower, owner, copy, today.AddDays(-1), null, InterLibraryState.Requested);
        (loan.LenderId, loan.ItemId, loan.AskedId) = (null, null, libraries[owner].Id);
        foreach (var offer in loan.Offers)
            offer.Answer = OfferAnswer.Asked;
        return loan;
    }

    private InterLibraryLoan Loan(string borrower, string lender, Item copy, DateOnly requestedOn, DateOnly? dueOn, InterLibraryState state) => new()
    {
        GroupId = groupId,
        BorrowerId = libraries[borrower].Id,
        LenderId = libraries[lender].Id,
        RecordId = copy.RecordId,
        ItemId = copy.Id,
        State = state,
        RequestedOn = requestedOn,
        DueOn = dueOn,
        Offers = [new InterLibraryOffer { LibraryId = libraries[lender].Id, Position = 1, Reason = "Thư viện có nhiều bản nhất.", Answer = OfferAnswer.Accepted }],
    };
}
