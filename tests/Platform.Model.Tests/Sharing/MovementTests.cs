using FsCheck;
using FsCheck.Fluent;
using Platform.Model.Sharing.Rotation;

namespace Platform.Model.Tests.Sharing;

/// <summary>The way of an item through a rotation.</summary>
public sealed class MovementTests
{
    private const long Owner = 1;
    private const long Receiver = 2;

    // Columns: send, receive, send back, receive back, lost, damaged, settle, cancel; letter = who may: o owner, r receiver, b both.
    [Theory]
    [InlineData(MoveState.Planned, "o......o")]
    [InlineData(MoveState.Sent, ".r..b...")]
    [InlineData(MoveState.Arrived, "..r.br..")]
    [InlineData(MoveState.SentBack, "...obo..")]
    [InlineData(MoveState.Home, "........")]
    [InlineData(MoveState.Lost, "...o..o.")]
    [InlineData(MoveState.Damaged, "...o..o.")]
    [InlineData(MoveState.Settled, "........")]
    [InlineData(MoveState.Cancelled, "........")]
    public void EveryActionInEveryState_BelongsToOneSide(MoveState state, string expected)
    {
        var found = Enum.GetValues<MoveAction>().Select(action => (Allowed(state, action, Owner), Allowed(state, action, Receiver)) switch
        {
            (true, true) => 'b',
            (true, false) => 'o',
            (false, true) => 'r',
            _ => '.',
        });

        string.Concat(found).ShouldBe(expected);
    }

    [Fact]
    public void LentItem_DoesNotTravel_AndNothingMovesWithoutAnApprovedPlan()
    {
        Movement.Decide(RotationState.Approved, In(MoveState.Planned), MoveAction.Send, Owner, isOnLoan: true).Refusal.ShouldBe(MoveRefusal.OnLoan);
        Movement.Decide(RotationState.Approved, In(MoveState.Arrived), MoveAction.ReportLost, Receiver, isOnLoan: true).Refusal.ShouldBe(MoveRefusal.OnLoan, "the desk reports it lost first: the reader's loan ends there");
        Movement.Decide(RotationState.Approved, In(MoveState.Planned), MoveAction.Cancel, Owner, isOnLoan: true).Next.ShouldBe(MoveState.Cancelled, "it stays where it is");
        foreach (var plan in new[] { RotationState.Draft, RotationState.Closed, RotationState.Discarded })
            Movement.Decide(plan, In(MoveState.Planned), MoveAction.Send, Owner, isOnLoan: false).Refusal.ShouldBe(MoveRefusal.PlanNotRunning);
    }

    [Fact]
    public void DamagedItem_IsWithWhomItWasFoundSo()
    {
        var (there, back) = (In(MoveState.Damaged), In(MoveState.Damaged));
        back.SentBackOn = A.Today;

        there.HolderId.ShouldBe(Receiver);
        back.HolderId.ShouldBe(Owner);
    }

    [Fact]
    public void WhateverIsDone_TheItemIsHeldByOneLibrary_OrOnTheWay_OrAccountedFor() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<List<(byte Action, bool ByOwner)>>(),
        steps =>
        {
            var move = In(MoveState.Planned);
            foreach (var (action, byOwner) in steps)
                if (Movement.Decide(RotationState.Approved, move, (MoveAction)(action % 8 + 1), byOwner ? Owner : Receiver, isOnLoan: false).Next is { } next)
                    move.State = next;
            var held = move.HolderId is Owner or Receiver;
            var underway = move.State is MoveState.Sent or MoveState.SentBack or MoveState.Lost;
            return held ^ underway || move.State is MoveState.Settled;
        }));

    [Fact]
    public void EveryItem_CanBeBroughtToAnEnd()
    {
        foreach (var state in Enum.GetValues<MoveState>())
            CanEnd(state, []).ShouldBeTrue($"{state}");
    }

    private static bool CanEnd(MoveState state, HashSet<MoveState> seen) =>
        Movement.IsAccountedFor(state)
        || (seen.Add(state) && Enum.GetValues<MoveAction>()
            .SelectMany(action => new[] { Owner, Receiver }.Select(library => Movement.Decide(RotationState.Approved, In(state), action, library, false).Next))
            .OfType<MoveState>()
            .Any(next => CanEnd(next, seen)));

    private static bool Allowed(MoveState state, MoveAction action, long library) =>
        Movement.Decide(RotationState.Approved, In(state), action, library, isOnLoan: false).Next is not null;

    private static RotationMove In(MoveState state) => new() { ItemId = 9, OwnerId = Owner, ReceiverId = Receiver, Reason = "", State = state };
}
