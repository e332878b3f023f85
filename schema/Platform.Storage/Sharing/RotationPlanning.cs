using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Sharing.Rotation;

namespace Platform.Storage.Sharing;

/// <summary>What became of a change of a plan.</summary>
/// <param name="Plan">The plan; null when it was refused.</param>
/// <param name="Refusal">Why it was refused; null when it was not.</param>
/// <param name="Count">Items that stand in the way, where the refusal counts them.</param>
public sealed record RotationOutcome(RotationPlan? Plan, RotationRefusal? Refusal, int Count = 0)
{
    /// <summary>It was done.</summary>
    public static RotationOutcome Of(RotationPlan plan) => new(plan, null);

    /// <summary>It was refused.</summary>
    public static RotationOutcome No(RotationRefusal refusal, int count = 0) => new(null, refusal, count);
}

/// <summary>Makes rotation plans, lets the hub change them, and takes them from draft to closed.</summary>
/// <param name="db">The database as the hub sees it; plans are saved in its name.</param>
/// <param name="databases">Opens the database as the platform sees it, to look at every member's loans.</param>
/// <param name="clock">The clock.</param>
public sealed class RotationPlanning(LibraryDb db, LibraryDbFactory databases, TimeProvider clock)
{
    private const double Thousandths = 1000;

    /// <summary>Proposes a plan for a semester and keeps it as a draft with its explanation.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="semester">Code of the semester.</param>
    /// <param name="rules">Rules and weights; kept with the plan.</param>
    /// <param name="minimumPerPupil">Copies for each pupil below which a school of a level sends nothing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RotationOutcome> ProposeAsync(
        long groupId, string semester, RotationRules rules, IReadOnlyDictionary<SchoolLevel, int> minimumPerPupil, CancellationToken cancellationToken)
    {
        if (await db.RotationPlans.AnyAsync(p => p.GroupId == groupId && (p.State == RotationState.Draft || p.State == RotationState.Approved), cancellationToken))
            return RotationOutcome.No(RotationRefusal.PlanExists);
        var proposal = RotationPlanner.Propose(await LoadAsync(groupId, rules, minimumPerPupil, cancellationToken));
        var plan = new RotationPlan
        {
            GroupId = groupId,
            Semester = semester,
            Score = (long)Math.Round(proposal.Score.Total * Thousandths),
            BaselineScore = (long)Math.Round(proposal.Baseline.Total * Thousandths),
            Rules = JsonSerializer.Serialize(rules),
            Explanation = RotationWording.ExplanationOf(proposal),
            CreatedAt = clock.GetUtcNow(),
            Moves = [.. proposal.Sets.SelectMany(MovesOf)],
        };
        db.RotationPlans.Add(plan);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsOn(fault, db, RotationTables.OneOpenPlanPerGroup))
        {
            db.ChangeTracker.Clear();
            return RotationOutcome.No(RotationRefusal.PlanExists);
        }
        return RotationOutcome.Of(plan);
    }

    /// <summary>Adds copies of a title to a draft, as far as the rules allow.</summary>
    /// <param name="plan">The draft, tracked.</param>
    /// <param name="recordId">The title.</param>
    /// <param name="fromId">The owner.</param>
    /// <param name="toId">The receiver.</param>
    /// <param name="copies">How many copies.</param>
    /// <param name="minimumPerPupil">Copies for each pupil below which a school of a level sends nothing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RotationOutcome> AddAsync(
        RotationPlan plan, long recordId, long fromId, long toId, int copies, IReadOnlyDictionary<SchoolLevel, int> minimumPerPupil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.State is not RotationState.Draft)
            return RotationOutcome.No(RotationRefusal.NotADraft);
        var rules = RulesOf(plan);
        var problem = await LoadAsync(plan.GroupId, rules, minimumPerPupil, cancellationToken);
        var (from, to) = (problem.Libraries.FirstOrDefault(l => l.Id == fromId), problem.Libraries.FirstOrDefault(l => l.Id == toId));
        if (from is null || to is null || fromId == toId)
            return RotationOutcome.No(RotationRefusal.NotTwoMembers);
        var free = problem.Titles.Where(t => t.RecordId == recordId && t.OwnerId == fromId).SelectMany(t => t.ItemIds).ToList();
        var added = new AddedSet(copies, free.Count, from.Stock - from.MinimumStock, to.ShelfRoom, problem.Held.Contains((toId, recordId)));
        if (RotationEdit.Against(added, rules) is { } refusal)
            return RotationOutcome.No(refusal);
        foreach (var item in free.Take(copies))
            plan.Moves.Add(new RotationMove { ItemId = item, OwnerId = fromId, ReceiverId = toId, Reason = "Đầu mối thêm vào kế hoạch." });
        await db.SaveChangesAsync(cancellationToken);
        return RotationOutcome.Of(plan);
    }

    /// <summary>Takes items out of a draft.</summary>
    public async Task<RotationOutcome> RemoveAsync(RotationPlan plan, IReadOnlyList<long> moveIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.State is not RotationState.Draft)
            return RotationOutcome.No(RotationRefusal.NotADraft);
        db.RotationMoves.RemoveRange(await db.RotationMoves.Where(m => m.PlanId == plan.Id && moveIds.Contains(m.Id)).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return RotationOutcome.Of(plan);
    }

    /// <summary>Takes a plan to its next state: approved, discarded, closed.</summary>
    public async Task<RotationOutcome> TakeAsync(RotationPlan plan, RotationState next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (next is RotationState.Closed ? plan.State is not RotationState.Approved : plan.State is not RotationState.Draft)
            return RotationOutcome.No(next is RotationState.Closed ? RotationRefusal.NotRunning : RotationRefusal.NotADraft);
        var today = clock.Today();
        var open = await db.RotationMoves.CountAsync(m => m.PlanId == plan.Id && m.ClosedOn == null, cancellationToken);
        switch (next)
        {
            case RotationState.Approved when open == 0:
                return RotationOutcome.No(RotationRefusal.NothingToMove);
            case RotationState.Approved:
                plan.ApprovedOn = today;
                break;
            case RotationState.Closed when open > 0:
                return RotationOutcome.No(RotationRefusal.StillMoving, open);
            case RotationState.Closed:
                plan.ClosedOn = today;
                break;
            case RotationState.Discarded:
                foreach (var move in await db.RotationMoves.Where(m => m.PlanId == plan.Id).ToListAsync(cancellationToken))
                    (move.State, move.ClosedOn) = (MoveState.Cancelled, today);
                break;
            case RotationState.Draft:
            default:
                throw new ArgumentOutOfRangeException(nameof(next), next, null);
        }
        plan.State = next;
        await db.SaveChangesAsync(cancellationToken);
        return RotationOutcome.Of(plan);
    }

    private static IEnumerable<RotationMove> MovesOf(RotationSet set)
    {
        var reason = RotationWording.ReasonOf(set);
        return set.ItemIds.Select(item => new RotationMove { ItemId = item, OwnerId = set.FromId, ReceiverId = set.ToId, Reason = reason });
    }

    private static RotationRules RulesOf(RotationPlan plan) =>
        plan.Rules is null ? new RotationRules() : JsonSerializer.Deserialize<RotationRules>(plan.Rules) ?? new RotationRules();

    private async Task<RotationProblem> LoadAsync(
        long groupId, RotationRules rules, IReadOnlyDictionary<SchoolLevel, int> minimumPerPupil, CancellationToken cancellationToken)
    {
        // Loans of the other libraries are no business of the hub: what comes of them is a plan of free copies.
        await using var platform = databases.For(Scope.System);
        return await new RotationLoader(platform, minimumPerPupil).LoadAsync(groupId, rules, clock.Today(), cancellationToken);
    }
}
