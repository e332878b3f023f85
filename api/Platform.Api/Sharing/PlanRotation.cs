using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Model.Sharing.Rotation;
using Platform.Storage.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Proposes which printed items go where in a semester, and keeps the proposal as a draft with its explanation. The hub edits and approves it.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class PlanRotation(LibraryDb db, RotationPlanning planning, TimeProvider clock) : IMutation<PlanRotationInput, PlanRotationPayload>
{
    public async Task<PlanRotationPayload> RunAsync(PlanRotationInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.Leads(input.GroupId.Key))
            return No(NotPermitted.ForGroup);
        if (!await db.Groups.AnyAsync(g => g.Id == input.GroupId.Key, cancellationToken))
            return No(NotFound.At("groupId"));
        if (!ReportPeriod.TryParse(input.Semester, out var period) || period.Kind is not (PeriodKind.FirstSemester or PeriodKind.SecondSemester))
            return No(new InvalidInput("semester", $"'{input.Semester}' không phải mã học kỳ: hãy viết 2026-2027-HK1.", $"'{input.Semester}' is no semester: write 2026-2027-HK1."));
        var usual = new RotationRules();
        var rules = usual with
        {
            FewestCopies = input.FewestCopies ?? usual.FewestCopies,
            KeepAtHome = input.KeepAtHome ?? usual.KeepAtHome,
            LargestSet = input.LargestSet ?? usual.LargestSet,
        };
        if (rules.FewestCopies < 1 || rules.KeepAtHome < 0 || rules.LargestSet < 1)
            return No(new InvalidInput("fewestCopies", "Số bản phải từ 1, số bản giữ lại không được âm.", "Numbers of copies must be at least 1, those kept at home not negative."));

        var outcome = await planning.ProposeAsync(input.GroupId.Key, period.Code, rules, MinimumStocks.On(clock.Today()), cancellationToken);
        return outcome.Plan is { } plan ? new PlanRotationPayload { Plan = plan.Id } : No(RotationRefused.Of(outcome));
    }

    private static PlanRotationPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>For which group and semester, by which rules.</summary>
internal sealed record PlanRotationInput : MutationInput
{
    /// <summary>The group.</summary>
    public required Ref<LibraryGroup> GroupId { get; init; }

    /// <summary>The semester, as 2026-2027-HK1.</summary>
    public required string Semester { get; init; }

    /// <summary>Copies of a title in stock from which it may travel; 3 when not given (TT 05/2022).</summary>
    public int? FewestCopies { get; init; }

    /// <summary>Copies of a travelling title that stay with the owner; 1 when not given.</summary>
    public int? KeepAtHome { get; init; }

    /// <summary>Most copies of a title sent to one library; 5 when not given.</summary>
    public int? LargestSet { get; init; }
}

/// <summary>The draft.</summary>
[FailsWith(typeof(RotationRefused))]
internal sealed record PlanRotationPayload : Payload
{
    /// <summary>The plan.</summary>
    public Ref<RotationPlan>? Plan { get; init; }
}
