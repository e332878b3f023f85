using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Storage.Repository;

namespace Platform.Storage.Demo;

/// <summary>What the demo group agreed and does together: agreement, duties, guidance, e-resources, loans between the schools, rotations.</summary>
internal sealed class DemoSharing(LibraryDb db, IReadOnlyList<Library> libraries, LibraryGroup group, DateOnly today)
{
    private const int DutyOfEResources = 2;

    /// <summary>The semester that ended last before today, and the one that runs; a summer day belongs to the second.</summary>
    public static ReportPeriod SemesterOf(DateOnly day) =>
        ReportPeriod.Holding(PeriodKind.FirstSemester, day) ?? ReportPeriod.OfSchoolYear(PeriodKind.SecondSemester, ReportPeriod.StartYearOf(day));

    /// <summary>Saves everything, in the running transaction.</summary>
    /// <param name="files">The file store; without one the e-resources have no files.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task FillAsync(FileStore? files, CancellationToken cancellationToken)
    {
        var data = DemoFiles.Sharing();
        var byCode = libraries.ToDictionary(l => l.Code);
        await PlaceAsync(data, byCode, cancellationToken);
        db.AddRange(Agreement(data));
        db.AddRange(Contributions());
        db.AddRange(Duties());
        await SaveAsync(cancellationToken);
        db.AddRange(await new DemoEResources(byCode, today, files).ResourcesAsync(cancellationToken));
        await SaveAsync(cancellationToken);
        var movements = new DemoMovements(db, byCode, group.Id, today);
        db.AddRange(await movements.LoansAsync(data.Loans, cancellationToken));
        await SaveAsync(cancellationToken);
        db.Add(await movements.FormerRotationAsync(data.Rotations, cancellationToken));
        await SaveAsync(cancellationToken);
        if (await movements.RunningRotationAsync(SemesterOf(today), cancellationToken) is { } running)
            db.Add(running);
        await SaveAsync(cancellationToken);
    }

    private async Task PlaceAsync(DemoSharingData data, Dictionary<string, Library> byCode, CancellationToken cancellationToken)
    {
        foreach (var (code, place) in data.Places)
        {
            var library = await db.Libraries.SingleAsync(l => l.Id == byCode[code].Id, cancellationToken);
            (library.Latitude, library.Longitude, library.ShelfRoom) = (place[0], place[1], 40);
        }
        await SaveAsync(cancellationToken);
    }

    private IEnumerable<object> Agreement(DemoSharingData data) =>
    [
        .. data.Articles.Select(a => new AgreementArticle { GroupId = group.Id, Number = a.Number, Title = a.Title, Text = a.Text, FromOn = group.AgreedOn }),
        .. data.Guidance.Where(g => g.On < today).Select(g => new GuidanceMessage { GroupId = group.Id, Title = g.Title, Text = g.Text, SentAt = SchoolTime.StartOf(g.On).AddHours(9) }),
    ];

    private IEnumerable<MemberContribution> Contributions() => libraries.Select(library => new MemberContribution
    {
        GroupId = group.Id,
        LibraryId = library.Id,
        SchoolYear = 2025,
        Amount = 2_000_000,
        StaffDays = 4,
        GivenOn = new DateOnly(2025, 10, 10),
        Note = "Đóng góp năm học 2025-2026",
    });

    private IEnumerable<SemesterDuty> Duties() => new[] { ReportPeriod.OfSchoolYear(PeriodKind.SecondSemester, 2025), SemesterOf(today) }
        .DistinctBy(semester => semester.Code)
        .Select(semester => new SemesterDuty
        {
            GroupId = group.Id,
            Semester = semester.Code,
            FewestEResources = DutyOfEResources,
            Rotates = true,
            ListsDueOn = semester.LastOn.AddDays(14),
        });

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}

internal sealed record DemoSharingData(
    IReadOnlyList<DemoArticle> Articles, IReadOnlyList<DemoGuidance> Guidance, IReadOnlyList<DemoLoanBetween> Loans,
    IReadOnlyList<DemoRotation> Rotations, IReadOnlyDictionary<string, IReadOnlyList<double>> Places);

internal sealed record DemoArticle(int Number, string Title, string Text);

internal sealed record DemoGuidance(string Title, string Text, DateOnly On);

internal sealed record DemoLoanBetween(string Borrower, string Lender, DateOnly Sent, DateOnly Due, DateOnly Home);

internal sealed record DemoRotation(string From, string To, int Copies);
