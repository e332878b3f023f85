using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Api.Circulation;

/// <summary>What the API shows of a library's opening days: to everyone.</summary>
internal sealed class OpeningWeekFields : EntityType<OpeningWeek>
{
    public OpeningWeekFields()
        : base(Permission.ReadCatalogue, w => w.Id)
    {
        Column(w => w.FromOn).Sortable().Filterable();
        Computed("days", "The open weekdays.", [Hidden(w => w.Days)], values => DaysOf((Weekdays)values[0]!)); // a required column
        One<Platform.Model.Libraries.Library>("library", "The library.", w => w.LibraryId).Filterable();
    }

    private static IReadOnlyList<Weekday> DaysOf(Weekdays days) => [.. Enum.GetValues<Weekday>().Where(day => days.HasFlag((Weekdays)(1 << (int)day)))];
}

/// <summary>What the API shows of closed days: to everyone.</summary>
internal sealed class ClosedPeriodFields : EntityType<ClosedPeriod>
{
    public ClosedPeriodFields()
        : base(Permission.ReadCatalogue, p => p.Id)
    {
        Column(p => p.FromOn).Sortable().Filterable();
        Column(p => p.UntilOn).Sortable().Filterable();
        Column(p => p.Reason);
        One<Platform.Model.Libraries.Library>("library", "The library; null for a holiday of all.", p => p.LibraryId).Filterable();
    }
}

/// <summary>What the API shows of a school year: to everyone.</summary>
internal sealed class SchoolYearFields : EntityType<SchoolYear>
{
    public SchoolYearFields()
        : base(Permission.ReadCatalogue, y => y.Id)
    {
        Column(y => y.StartYear).Sortable().Filterable();
        Column(y => y.StartsOn);
        Column(y => y.FirstSemesterEndsOn);
        Column(y => y.EndsOn);
        One<Platform.Model.Libraries.Library>("library", "The library whose own frame this is; null for the common one.", y => y.LibraryId).Filterable();
    }
}
