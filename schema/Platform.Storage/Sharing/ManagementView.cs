using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Control;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Model.Privacy;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;
using Platform.Storage.Patrons;

namespace Platform.Storage.Sharing;

/// <summary>One figure of the management view; parts that were not grouped by are null.</summary>
/// <param name="LibraryId">The library.</param>
/// <param name="ItemType">Register of the copies.</param>
/// <param name="Reader">Category of the readers.</param>
/// <param name="Month">The month, as 2026-10.</param>
/// <param name="Value">The figure.</param>
/// <param name="IsPartial">Whether parts of the calendar are missing from the figure: their figures about pupils are too small for a reader outside the school, or their month has not ended.</param>
public sealed record ManagementFigure(long? LibraryId, ItemType? ItemType, PatronCategory? Reader, string? Month, long Value, bool IsPartial);

/// <summary>
/// Counts what the libraries of the caller's group or office hold and do: sums only, never a person. Always one statement, however many
/// libraries there are. Small figures about pupils of schools whose patrons the caller does not read are left out, see <see cref="SmallCounts"/>.
/// </summary>
/// <param name="db">The database; libraries whose reports the caller does not read are left out.</param>
/// <param name="privacy">From which figure on pupils are counted for readers outside the school.</param>
/// <param name="clock">Today, up to which a running period goes, and which months have ended.</param>
public sealed class ManagementView(LibraryDb db, IOptions<PrivacyOptions> privacy, TimeProvider clock)
{
    /// <summary>
    /// The figures of a measure in a period, grouped; in the order of library, type, reader and month. What is left out for readers outside
    /// the school is decided month by month (<see cref="CalendarPart"/>), so that periods that overlap cannot be played against each other.
    /// </summary>
    public async Task<IReadOnlyList<ManagementFigure>> ReadAsync(
        ManagementMeasure measure, ReportPeriod period, IReadOnlyCollection<ManagementDimension> by, long? groupId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(by);
        var (byLibrary, byType, byReader, byMonth) =
            (by.Contains(ManagementDimension.Library), by.Contains(ManagementDimension.ItemType), by.Contains(ManagementDimension.Reader), by.Contains(ManagementDimension.Month));
        var isAboutPupils = measure is ManagementMeasure.Pupils or ManagementMeasure.Loans or ManagementMeasure.OverdueLoans or ManagementMeasure.Visits;
        var isState = measure is ManagementMeasure.Pupils or ManagementMeasure.OverdueLoans;
        var byPart = isAboutPupils && !isState;
        var today = clock.Today();
        var calendar = CalendarPart.Of(period);
        var half = CalendarPart.LastOfFirstHalf(period.LastOn.Year);
        var libraries = LibrariesOf(db.Scope.ReachOf(Permission.ReadReports));
        // Figures of the whole reach decide what is shown of a group: otherwise the one taken from the other would tell about the rest.
        var members = MembersOf(groupId, period);
        var sums = await FactsOf(measure, period)
            .Where(f => libraries.Contains(f.LibraryId) && (isAboutPupils || groupId == null || members.Contains(f.LibraryId)))
            .GroupBy(f => new
            {
                Library = byLibrary || isAboutPupils ? f.LibraryId : 0,
                Type = byType ? f.Type : 0,
                Reader = byReader ? f.Reader : 0,
                Month = byMonth ? f.On.Year * 100 + f.On.Month : 0,
                Part = byPart ? (f.On.Year * 100 + f.On.Month) * 10 + (f.On.Month == 1 && f.On.Day > half ? 2 : 1) : 0,
            })
            .Select(g => new { g.Key.Library, g.Key.Type, g.Key.Reader, g.Key.Month, g.Key.Part, Value = g.Sum(f => f.Value), IsMember = groupId == null || members.Contains(g.Key.Library) })
            .ToListAsync(cancellationToken);
        var cells = sums.Select(s => new ManagementCell(s.Library, s.Type, s.Reader, s.Month, s.Value, s.IsMember || !isAboutPupils, s.Part)).ToList();
        var untold = calendar.Where(part => part.LastOn >= today).Select(part => part.Number).ToHashSet();
        return (isAboutPupils ? ManagementPrivacy.Shown(cells, by, part => !untold.Contains(part), byPart && untold.Count > 0, db.Scope, privacy.Value.SmallestCount) : cells)
            .OrderBy(s => s.Library).ThenBy(s => s.Type).ThenBy(s => s.Reader).ThenBy(s => s.Month).Select(s => s.ToFigure())
            .ToList();
    }

    // States of other schools are told as they were when the last month ended: from day to day they would tell single comings and goings.
    private DateOnly LastTold(ReportPeriod period)
    {
        var today = clock.Today();
        var ended = new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        return period.LastOn < today ? period.LastOn : ended;
    }

    /// <summary>The day on which overdue is overdue: the period's last, in a running one today; of loans to readers of other schools the last month's end.</summary>
    internal DateOnly OverdueDay(ReportPeriod period, bool isOwn) =>
        !isOwn ? LastTold(period) : clock.Today() is var today && today < period.LastOn ? today : period.LastOn;

    /// <summary>Loans to readers that should have been back before that day, of all libraries.</summary>
    internal IQueryable<Loan> OverdueLoans(ReportPeriod period)
    {
        var (first, day, told, own) = (period.FirstOn, OverdueDay(period, isOwn: true), LastTold(period), db.Scope.ReachOf(Permission.ReadPatrons));
        var (over, toldOver) = (SchoolTime.StartOf(day.AddDays(1)), SchoolTime.StartOf(told.AddDays(1)));
        return db.Loans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(l => own.Everywhere || own.LibraryIds.Contains(l.LibraryId)
            ? l.LentOn <= day && l.DueOn < day && (l.ReturnedAt == null || l.ReturnedAt >= over)
            : told >= first && l.LentOn <= told && l.DueOn < told && (l.ReturnedAt == null || l.ReturnedAt >= toldOver));
    }

    /// <summary>Copies of other libraries that should have been back before that day, of all libraries.</summary>
    internal IQueryable<InterLibraryLoan> OverdueBetween(ReportPeriod period)
    {
        var day = OverdueDay(period, isOwn: true);
        return db.InterLibraryLoans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(l => l.SentOn <= day && l.DueOn < day && (l.ReturnedOn == null || l.ReturnedOn > day));
    }

    private IQueryable<long> LibrariesOf(Reach reach) => db.Libraries.Where(l => reach.Everywhere || reach.LibraryIds.Contains(l.Id)).Select(l => l.Id);

    // Last year's members for last year's figures.
    private IQueryable<long> MembersOf(long? groupId, ReportPeriod period)
    {
        var (first, last) = (period.FirstOn, period.LastOn);
        return db.Memberships.Where(m => m.GroupId == groupId && m.JoinedOn <= last && (m.LeftOn == null || m.LeftOn >= first)).Select(m => m.LibraryId);
    }

    // Sums only leave this class: rows that the caller may not see one by one are counted all the same.
    private IQueryable<Fact> FactsOf(ManagementMeasure measure, ReportPeriod period)
    {
        var (first, last, told, own) = (period.FirstOn, period.LastOn, LastTold(period), db.Scope.ReachOf(Permission.ReadPatrons));
        return measure switch
        {
            ManagementMeasure.Copies => Stock(last),
            ManagementMeasure.CompleteCopies => Complete(last),
            ManagementMeasure.Pupils => db.Patrons.IgnoreQueryFilters([LibraryDb.ScopeFilter])
                .Where(p => p.Category == PatronCategory.Pupil)
                .Where(p => own.Everywhere || own.LibraryIds.Contains(p.LibraryId)
                    ? p.RegisteredOn <= last && (p.LeftOn == null || p.LeftOn >= last)
                    : told >= first && p.RegisteredOn <= told && (p.LeftOn == null || p.LeftOn >= told))
                .Select(p => new Fact { LibraryId = p.LibraryId, Reader = (int)p.Category, Type = 0, On = p.RegisteredOn, Value = 1 }),
            ManagementMeasure.Loans => db.Loans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(l => l.LentOn >= first && l.LentOn <= last)
                .Select(l => new Fact { LibraryId = l.LibraryId, Type = (int)l.ItemType, Reader = (int)l.PatronCategory, On = l.LentOn, Value = 1 }),
            ManagementMeasure.OverdueLoans => OverdueLoans(period)
                .Select(l => new Fact { LibraryId = l.LibraryId, Type = (int)l.ItemType, Reader = (int)l.PatronCategory, On = l.DueOn, Value = 1 }),
            ManagementMeasure.Visits => db.Visits.Where(v => v.VisitedOn >= first && v.VisitedOn <= last)
                .Select(v => new Fact { LibraryId = v.LibraryId, Reader = (int)v.Category, Type = 0, On = v.VisitedOn, Value = v.Visitors }),
            ManagementMeasure.OverdueInterLibrary => OverdueBetween(period)
                .Select(l => new Fact { LibraryId = l.BorrowerId, Type = (int)l.Item!.Type, Reader = 0, On = l.DueOn!.Value, Value = 1 }), // filtered; sent: it has a copy
            _ => BetweenLibraries(measure, first, last),
        };
    }

    private IQueryable<Fact> BetweenLibraries(ManagementMeasure measure, DateOnly first, DateOnly last)
    {
        var loans = db.InterLibraryLoans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(l => l.SentOn >= first && l.SentOn <= last && l.LenderId != null);
        var given = db.MemberContributions.Where(c => c.GivenOn >= first && c.GivenOn <= last);
        return measure switch
        {
            ManagementMeasure.ContributedEResources => db.EResources.IgnoreQueryFilters([LibraryDb.ScopeFilter])
                .Where(r => r.ContributedOn >= first && r.ContributedOn <= last && (r.WithdrawnOn == null || r.WithdrawnOn > last))
                .Select(r => new Fact { LibraryId = r.LibraryId, Type = 0, Reader = 0, On = r.ContributedOn!.Value, Value = 1 }), // filtered
            ManagementMeasure.ContributedMoney => given.Select(c => new Fact { LibraryId = c.LibraryId, Type = 0, Reader = 0, On = c.GivenOn, Value = c.Amount }),
            ManagementMeasure.ContributedStaffDays => given.Select(c => new Fact { LibraryId = c.LibraryId, Type = 0, Reader = 0, On = c.GivenOn, Value = c.StaffDays }),
            ManagementMeasure.InterLibraryLent => loans.Select(l => new Fact { LibraryId = l.LenderId!.Value, Type = (int)l.Item!.Type, Reader = 0, On = l.SentOn!.Value, Value = 1 }), // sent: it has lender and copy
            ManagementMeasure.InterLibraryBorrowed => loans.Select(l => new Fact { LibraryId = l.BorrowerId, Type = (int)l.Item!.Type, Reader = 0, On = l.SentOn!.Value, Value = 1 }), // as above
            ManagementMeasure.RotationSent => db.RotationMoves.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(m => m.SentOn >= first && m.SentOn <= last)
                .Select(m => new Fact { LibraryId = m.OwnerId, Type = (int)m.Item.Type, Reader = 0, On = m.SentOn!.Value, Value = 1 }), // filtered
            ManagementMeasure.AssessedRecords => Assessed(last).Select(a => new Fact { LibraryId = a.LibraryId, Type = 0, Reader = 0, On = last, Value = a.Records }),
            ManagementMeasure.QualityPoints => Assessed(last).Select(a => new Fact { LibraryId = a.LibraryId, Type = 0, Reader = 0, On = last, Value = (long)(a.Score * a.Records + 0.5) }),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
        };
    }

    // The last one of each library before the period's end.
    private IQueryable<QualityAssessment> Assessed(DateOnly last)
    {
        var over = SchoolTime.StartOf(last.AddDays(1));
        var made = db.QualityAssessments.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(a => a.AssessedAt < over);
        return made.Where(a => !made.Any(later => later.LibraryId == a.LibraryId && later.Id > a.Id));
    }

    private IQueryable<Fact> Stock(DateOnly last) => InStock(last)
        .Select(i => new Fact { LibraryId = i.LibraryId, Type = (int)i.Type, Reader = 0, On = i.AcquiredOn, Value = 1 });

    private IQueryable<Fact> Complete(DateOnly last) => InStock(last)
        .Where(i => i.CallNumber != null && i.Record.Title != "" && (i.Record.Author != null || i.Record.Responsibility != null)
            && (i.Record.Publisher != null || i.Record.PublicationYear != null) && i.Record.Subjects != null)
        .Select(i => new Fact { LibraryId = i.LibraryId, Type = (int)i.Type, Reader = 0, On = i.AcquiredOn, Value = 1 });

    private IQueryable<Item> InStock(DateOnly last) => db.Items.Where(i => i.AcquiredOn <= last && (i.WithdrawnOn == null || i.WithdrawnOn > last));

    /// <summary>What is summed; a kind that a measure does not have is 0, and said so in each projection: the database is asked for every part.</summary>
    private sealed record Fact
    {
        public long LibraryId { get; init; }

        public int Type { get; init; }

        public int Reader { get; init; }

        public DateOnly On { get; init; }

        public long Value { get; init; }
    }
}
