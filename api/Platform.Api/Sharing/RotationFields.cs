using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Sharing.Rotation;

namespace Platform.Api.Sharing;

/// <summary>What the API shows of a rotation plan.</summary>
internal sealed class RotationPlanFields : EntityType<RotationPlan>
{
    public RotationPlanFields()
        : base(Permission.ReadReports, p => p.Id)
    {
        Column(p => p.Semester).Sortable().Filterable();
        Column(p => p.State).Filterable();
        Column(p => p.Score);
        Column(p => p.BaselineScore);
        Column(p => p.Explanation);
        Column(p => p.CreatedAt).Sortable();
        Column(p => p.ApprovedOn);
        Column(p => p.ClosedOn);
        One(p => p.Group, p => p.GroupId).Filterable();
        Many("moves", "The items that travel, as far as the caller's libraries send or receive them.", (RotationMove move) => move.PlanId);
    }
}

/// <summary>What the API shows of an item of a rotation.</summary>
internal sealed class RotationMoveFields : EntityType<RotationMove>
{
    public RotationMoveFields()
        : base(Permission.ReadReports, m => m.Id)
    {
        var (state, owner, receiver) = (Column(m => m.State).Filterable(), Hidden(m => m.OwnerId), Hidden(m => m.ReceiverId));
        Column(m => m.Reason);
        Column(m => m.SentOn).Filterable();
        Column(m => m.ArrivedOn).Filterable();
        var sentBack = Column(m => m.SentBackOn).Filterable();
        Column(m => m.ClosedOn).Filterable();
        Column(m => m.Settlement);
        Column(m => m.SettledAmount);
        One(m => m.Plan, m => m.PlanId).Filterable();
        One(m => m.Item, m => m.ItemId);
        One(m => m.Owner, m => m.OwnerId).Filterable();
        One(m => m.Receiver, m => m.ReceiverId).Filterable();
        Computed(
            "isWithReceiver",
            "Whether the receiver holds the item now; null while it travels or is lost. Owner, receiver and holder are three things.",
            [state, owner, receiver, sentBack],
            values => RotationMove.HolderOf((MoveState)values[0]!, (long)values[1]!, (long)values[2]!, (DateOnly?)values[3]) is { } holder ? holder == (long)values[2]! : (bool?)null); // columns without null
    }
}
