using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Api.Circulation;

/// <summary>Sets the weekdays on which a library is open from a day on; the next such day ends it.</summary>
[Requires(Permission.Circulate)]
internal sealed class SetOpeningWeek(LibraryDb db) : IMutation<SetOpeningWeekInput, SetOpeningWeekPayload>
{
    public async Task<SetOpeningWeekPayload> RunAsync(SetOpeningWeekInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new SetOpeningWeekPayload { Errors = denied };
        if (input.Days.Count == 0)
            return new SetOpeningWeekPayload { Errors = [new InvalidInput("days", "Hãy chọn ít nhất một ngày mở cửa.", "Choose at least one open day.")] };
        var days = input.Days.Aggregate(Weekdays.None, (all, day) => all | (Weekdays)(1 << (int)day));
        var week = await db.OpeningWeeks.FirstOrDefaultAsync(w => w.LibraryId == input.LibraryId.Key && w.FromOn == input.FromOn, cancellationToken);
        if (week is null)
            db.OpeningWeeks.Add(week = new OpeningWeek { LibraryId = input.LibraryId.Key, FromOn = input.FromOn, Days = days });
        else
            week.Days = days;
        await db.SaveChangesAsync(cancellationToken);
        return new SetOpeningWeekPayload { OpeningWeek = week.Id };
    }
}

/// <summary>Enters days on which a library is closed; due days move past them from now on. Days already given stay.</summary>
[Requires(Permission.Circulate)]
internal sealed class AddClosedPeriod(LibraryDb db) : IMutation<AddClosedPeriodInput, AddClosedPeriodPayload>
{
    private const int LongestReason = 100;
    private const int MostDays = 366;

    public async Task<AddClosedPeriodPayload> RunAsync(AddClosedPeriodInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new AddClosedPeriodPayload { Errors = denied };
        if (input.UntilOn < input.FromOn || input.UntilOn.DayNumber - input.FromOn.DayNumber > MostDays)
            return new AddClosedPeriodPayload { Errors = [new InvalidInput("untilOn", "Ngày cuối phải từ ngày đầu và không quá một năm sau.", "The last day is the first or up to a year later.")] };
        if (input.Reason.Length is 0 or > LongestReason)
            return new AddClosedPeriodPayload { Errors = [new InvalidInput("reason", "Lý do có từ 1 đến 100 ký tự.", "The reason has 1 to 100 characters.")] };
        var period = new ClosedPeriod { LibraryId = input.LibraryId.Key, FromOn = input.FromOn, UntilOn = input.UntilOn, Reason = input.Reason };
        db.ClosedPeriods.Add(period);
        await db.SaveChangesAsync(cancellationToken);
        return new AddClosedPeriodPayload { ClosedPeriod = period.Id };
    }
}

/// <summary>Takes closed days of a library back.</summary>
[Requires(Permission.Circulate)]
internal sealed class RemoveClosedPeriod(LibraryDb db) : IMutation<RemoveClosedPeriodInput, RemoveClosedPeriodPayload>
{
    public async Task<RemoveClosedPeriodPayload> RunAsync(RemoveClosedPeriodInput input, CancellationToken cancellationToken)
    {
        var period = await db.ClosedPeriods.FirstOrDefaultAsync(p => p.Id == input.ClosedPeriodId.Key && p.LibraryId != null, cancellationToken);
        if (period is not { LibraryId: { } libraryId })
            return new RemoveClosedPeriodPayload { Errors = [NotFound.At("closedPeriodId")] };
        if (db.Scope.Denied(Permission.Circulate, libraryId) is { Count: > 0 } denied)
            return new RemoveClosedPeriodPayload { Errors = denied };
        db.ClosedPeriods.Remove(period);
        await db.SaveChangesAsync(cancellationToken);
        return new RemoveClosedPeriodPayload { IsRemoved = true };
    }
}

/// <summary>Sets the frame of a school year for a school that shifted it; the common frame holds everywhere else.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class SetSchoolYear(LibraryDb db) : IMutation<SetSchoolYearInput, SetSchoolYearPayload>
{
    public async Task<SetSchoolYearPayload> RunAsync(SetSchoolYearInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditPatrons, input.LibraryId.Key) is { Count: > 0 } denied)
            return new SetSchoolYearPayload { Errors = denied };
        if (input.StartsOn >= input.FirstSemesterEndsOn || input.FirstSemesterEndsOn >= input.EndsOn || input.StartsOn.Year != input.StartYear || input.EndsOn.Year != input.StartYear + 1)
            return new SetSchoolYearPayload { Errors = [new InvalidInput("startsOn", "Các ngày của năm học không theo thứ tự hoặc không thuộc năm học.", "The days are out of order or of another school year.")] };
        var year = await db.SchoolYears.FirstOrDefaultAsync(y => y.LibraryId == input.LibraryId.Key && y.StartYear == input.StartYear, cancellationToken);
        if (year is null)
            db.SchoolYears.Add(year = new SchoolYear { LibraryId = input.LibraryId.Key, StartYear = input.StartYear, StartsOn = input.StartsOn, FirstSemesterEndsOn = input.FirstSemesterEndsOn, EndsOn = input.EndsOn });
        else
            (year.StartsOn, year.FirstSemesterEndsOn, year.EndsOn) = (input.StartsOn, input.FirstSemesterEndsOn, input.EndsOn);
        await db.SaveChangesAsync(cancellationToken);
        return new SetSchoolYearPayload { SchoolYear = year.Id };
    }
}

/// <summary>On which weekdays a library is open.</summary>
internal sealed record SetOpeningWeekInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>The open weekdays.</summary>
    public required IReadOnlyList<Weekday> Days { get; init; }
}

/// <summary>A day of the week.</summary>
internal enum Weekday
{
    /// <summary>Monday (thứ Hai).</summary>
    Monday = 0,

    /// <summary>Tuesday (thứ Ba).</summary>
    Tuesday = 1,

    /// <summary>Wednesday (thứ Tư).</summary>
    Wednesday = 2,

    /// <summary>Thursday (thứ Năm).</summary>
    Thursday = 3,

    /// <summary>Friday (thứ Sáu).</summary>
    Friday = 4,

    /// <summary>Saturday (thứ Bảy).</summary>
    Saturday = 5,

    /// <summary>Sunday (Chủ nhật).</summary>
    Sunday = 6,
}

/// <summary>The opening week.</summary>
internal sealed record SetOpeningWeekPayload : Payload
{
    /// <summary>The opening week.</summary>
    public Ref<OpeningWeek>? OpeningWeek { get; init; }
}

/// <summary>When a library is closed.</summary>
internal sealed record AddClosedPeriodInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>First closed day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last closed day.</summary>
    public required DateOnly UntilOn { get; init; }

    /// <summary>Why, 1 to 100 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>The closed days.</summary>
internal sealed record AddClosedPeriodPayload : Payload
{
    /// <summary>The closed days.</summary>
    public Ref<ClosedPeriod>? ClosedPeriod { get; init; }
}

/// <summary>Which closed days are taken back.</summary>
internal sealed record RemoveClosedPeriodInput : MutationInput
{
    /// <summary>The closed days of a library.</summary>
    public required Ref<ClosedPeriod> ClosedPeriodId { get; init; }
}

/// <summary>What became of them.</summary>
internal sealed record RemoveClosedPeriodPayload : Payload
{
    /// <summary>Whether they are gone.</summary>
    public bool IsRemoved { get; init; }
}

/// <summary>The frame of a school year at one school.</summary>
internal sealed record SetSchoolYearInput : MutationInput
{
    /// <summary>The school's library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The calendar year in which it begins.</summary>
    public required int StartYear { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day of the first semester.</summary>
    public required DateOnly FirstSemesterEndsOn { get; init; }

    /// <summary>Last day of the second semester.</summary>
    public required DateOnly EndsOn { get; init; }
}

/// <summary>The school year.</summary>
internal sealed record SetSchoolYearPayload : Payload
{
    /// <summary>The school year.</summary>
    public Ref<SchoolYear>? SchoolYear { get; init; }
}
