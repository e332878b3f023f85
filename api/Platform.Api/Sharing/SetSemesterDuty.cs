using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Says what every member of a group owes in a semester. The hub does it.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class SetSemesterDuty(LibraryDb db) : IMutation<SetSemesterDutyInput, SetSemesterDutyPayload>
{
    public async Task<SetSemesterDutyPayload> RunAsync(SetSemesterDutyInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.Leads(input.GroupId.Key))
            return No(NotPermitted.ForGroup);
        if (!await db.Groups.AnyAsync(g => g.Id == input.GroupId.Key, cancellationToken))
            return No(NotFound.At("groupId"));
        if (!ReportPeriod.TryParse(input.Semester, out var period) || period.Kind is not (PeriodKind.FirstSemester or PeriodKind.SecondSemester))
            return No(new InvalidInput("semester", $"'{input.Semester}' không phải mã học kỳ: hãy viết 2026-2027-HK1.", $"'{input.Semester}' is no semester: write 2026-2027-HK1."));
        if (input.FewestEResources < 0 || input.ListsDueOn < period.FirstOn)
            return No(new InvalidInput("fewestEResources", "Số học liệu không được âm và hạn nộp không ở trước học kỳ.", "The number must not be negative, nor the day before the semester."));

        var duty = await db.SemesterDuties.SingleOrDefaultAsync(d => d.GroupId == input.GroupId.Key && d.Semester == period.Code, cancellationToken);
        if (duty is null)
        {
            duty = new SemesterDuty { GroupId = input.GroupId.Key, Semester = period.Code, FewestEResources = 0, Rotates = false, ListsDueOn = input.ListsDueOn };
            db.SemesterDuties.Add(duty);
        }
        (duty.FewestEResources, duty.Rotates, duty.ListsDueOn) = (input.FewestEResources, input.Rotates, input.ListsDueOn);
        await db.SaveChangesAsync(cancellationToken);
        return new SetSemesterDutyPayload { Duty = duty.Id };
    }

    private static SetSemesterDutyPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>What is owed.</summary>
internal sealed record SetSemesterDutyInput : MutationInput
{
    /// <summary>The group.</summary>
    public required Ref<LibraryGroup> GroupId { get; init; }

    /// <summary>The semester, as 2026-2027-HK1.</summary>
    public required string Semester { get; init; }

    /// <summary>Fewest e-resources that a member contributes and that count.</summary>
    public required int FewestEResources { get; init; }

    /// <summary>Whether members take part in the rotation of printed items.</summary>
    public required bool Rotates { get; init; }

    /// <summary>Day by which the stamped lists are with the hub.</summary>
    public required DateOnly ListsDueOn { get; init; }
}

/// <summary>The duty as it stands afterwards.</summary>
internal sealed record SetSemesterDutyPayload : Payload
{
    /// <summary>The duty.</summary>
    public Ref<SemesterDuty>? Duty { get; init; }
}
