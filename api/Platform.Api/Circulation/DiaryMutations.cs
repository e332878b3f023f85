using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Model.Text;

namespace Platform.Api.Circulation;

/// <summary>Enters an activity of the library: R-01 and S-10 list it, R-04 counts it (TT 16/2022, hoạt động thư viện).</summary>
[Requires(Permission.Circulate)]
internal sealed class RecordActivity(LibraryDb db, TimeProvider clock) : IMutation<RecordActivityInput, RecordActivityPayload>
{
    private const int LongestTitle = 300;
    private const int LongestAudience = 100;
    private const int MostParticipants = 100_000;

    public async Task<RecordActivityPayload> RunAsync(RecordActivityInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new RecordActivityPayload { Errors = denied };
        var (title, audience) = (VietnameseText.Clean(input.Title), input.Audience is { } said ? VietnameseText.Clean(said) : null);
        InvalidInput? fault = title.Length is 0 or > LongestTitle ? new InvalidInput("title", $"Nội dung có từ 1 đến {LongestTitle} ký tự.", $"The title has 1 to {LongestTitle} characters.")
            : audience?.Length > LongestAudience ? new InvalidInput("audience", $"Đối tượng dài không quá {LongestAudience} ký tự.", $"The audience has at most {LongestAudience} characters.")
            : input.Participants is < 0 or > MostParticipants ? new InvalidInput("participants", $"Số người từ 0 đến {MostParticipants}.", $"The participants are from 0 to {MostParticipants}.")
            : DiaryDay.FaultOf("heldOn", input.HeldOn, clock.Today());
        if (fault is not null)
            return new RecordActivityPayload { Errors = [fault] };
        var activity = new LibraryActivity { LibraryId = input.LibraryId.Key, HeldOn = input.HeldOn, Title = title, Kind = input.Kind, Audience = audience, Participants = input.Participants };
        db.Activities.Add(activity);
        await db.SaveChangesAsync(cancellationToken);
        return new RecordActivityPayload { Activity = activity.Id };
    }
}

/// <summary>Takes back an activity that was entered by mistake. Closed reports keep it.</summary>
[Requires(Permission.Circulate)]
internal sealed class RemoveActivity(LibraryDb db) : IMutation<RemoveActivityInput, RemoveActivityPayload>
{
    public async Task<RemoveActivityPayload> RunAsync(RemoveActivityInput input, CancellationToken cancellationToken)
    {
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == input.ActivityId.Key, cancellationToken) is not { } activity)
            return new RemoveActivityPayload { Errors = [NotFound.At("activityId")] };
        if (db.Scope.Denied(Permission.Circulate, activity.LibraryId) is { Count: > 0 } denied)
            return new RemoveActivityPayload { Errors = denied };
        db.Activities.Remove(activity);
        await db.SaveChangesAsync(cancellationToken);
        return new RemoveActivityPayload { IsRemoved = true };
    }
}

/// <summary>Enters in the library's diary how many people of one kind came on a day (lượt bạn đọc), without names: R-01 and S-07 count them.</summary>
[Requires(Permission.Circulate)]
internal sealed class RecordVisits(LibraryDb db, TimeProvider clock) : IMutation<RecordVisitsInput, RecordVisitsPayload>
{
    private const int MostVisitors = 10_000;
    private const int LongestClass = 20;
    private const int LastGrade = 12;

    public async Task<RecordVisitsPayload> RunAsync(RecordVisitsInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new RecordVisitsPayload { Errors = denied };
        var className = input.ClassName is { } said ? VietnameseText.Clean(said) : null;
        InvalidInput? fault = input.Visitors is < 1 or > MostVisitors ? new InvalidInput("visitors", $"Số lượt từ 1 đến {MostVisitors}.", $"The visitors are from 1 to {MostVisitors}.")
            : input.Grade is < 1 or > LastGrade ? new InvalidInput("grade", $"Khối từ 1 đến {LastGrade}.", $"The grade is from 1 to {LastGrade}.")
            : input.Category is not PatronCategory.Pupil && (input.Grade ?? (className is null ? null : 0)) is not null ? new InvalidInput("grade", "Khối, lớp chỉ ghi cho học sinh.", "Only pupils have a grade or class.")
            : className?.Length > LongestClass ? new InvalidInput("className", $"Tên lớp dài không quá {LongestClass} ký tự.", $"The class has at most {LongestClass} characters.")
            : DiaryDay.FaultOf("visitedOn", input.VisitedOn, clock.Today());
        if (fault is not null)
            return new RecordVisitsPayload { Errors = [fault] };
        var visit = new LibraryVisit { LibraryId = input.LibraryId.Key, VisitedOn = input.VisitedOn, Category = input.Category, Grade = input.Grade, ClassName = className, Visitors = input.Visitors };
        db.Visits.Add(visit);
        await db.SaveChangesAsync(cancellationToken);
        return new RecordVisitsPayload { Visit = visit.Id, VisitorsOfTheDay = await DiaryDay.VisitorsAsync(db, visit, cancellationToken) };
    }
}

/// <summary>Takes a line of visits back that was entered by mistake; enter it again to correct it. Closed reports keep it.</summary>
[Requires(Permission.Circulate)]
internal sealed class RemoveVisits(LibraryDb db) : IMutation<RemoveVisitsInput, RemoveVisitsPayload>
{
    public async Task<RemoveVisitsPayload> RunAsync(RemoveVisitsInput input, CancellationToken cancellationToken)
    {
        if (await db.Visits.SingleOrDefaultAsync(v => v.Id == input.VisitId.Key, cancellationToken) is not { } visit)
            return new RemoveVisitsPayload { Errors = [NotFound.At("visitId")] };
        if (db.Scope.Denied(Permission.Circulate, visit.LibraryId) is { Count: > 0 } denied)
            return new RemoveVisitsPayload { Errors = denied };
        db.Visits.Remove(visit);
        await db.SaveChangesAsync(cancellationToken);
        return new RemoveVisitsPayload { VisitorsOfTheDay = await DiaryDay.VisitorsAsync(db, visit, cancellationToken) };
    }
}

/// <summary>Days of which a diary may tell.</summary>
internal static class DiaryDay
{
    private const int FirstYear = 2000;

    public static Task<int> VisitorsAsync(LibraryDb db, LibraryVisit line, CancellationToken cancellationToken) =>
        db.Visits.Where(v => v.LibraryId == line.LibraryId && v.VisitedOn == line.VisitedOn).SumAsync(v => v.Visitors, cancellationToken);

    public static InvalidInput? FaultOf(string field, DateOnly day, DateOnly today) => day > today || day.Year < FirstYear
        ? new InvalidInput(field, $"Ngày {day:dd/MM/yyyy} chưa tới hoặc không đúng.", $"The day {day:yyyy-MM-dd} is to come, or is wrong.")
        : null;
}
