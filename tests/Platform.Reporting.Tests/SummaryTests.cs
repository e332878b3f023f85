using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;
using Platform.Reporting.Summaries;

namespace Platform.Reporting.Tests;

/// <summary>Forms of the levels above the school, over two schools of a commune and one of the department itself.</summary>
public sealed class SummaryTests(SummaryTests.Province province) : IClassFixture<SummaryTests.Province>
{
    private static readonly ReportPeriod October = ReportPeriod.Month(2026, 10);

    [Fact]
    public async Task Commune_SumsItsSchools_AndEachFigureOpensToTheirs()
    {
        var summary = await province.OfBodyAsync("H38.51.7", "R-01", October);

        var copies = Cell(summary, "acquisitions", "TOTAL", 0);
        copies.Value.ShouldBe(9); // 7 of Bản Lầu, 2 of Cốc Cái
        var textbooks = Cell(summary, "acquisitions", "SGK", 0);
        summary.Parts[textbooks.Id].Select(p => (p.Of.Code, p.Value)).ShouldBe([("TH-BANLAU", 2L), ("TH-COCCAI", 2L)]);
        foreach (var part in summary.Parts[textbooks.Id])
            (await province.OpenAsync(part.Of.RunId!.Value)).Cell(part.Cell!.Value)!.Value.ShouldBe(part.Value); // a school's part has both
    }

    [Fact]
    public async Task Department_SumsItsOwnSchoolsAndItsCommunes()
    {
        var summary = await province.OfBodyAsync("SO", "R-01", October);

        var visits = Cell(summary, "readers", "HS-VISITS", 0);
        visits.Value.ShouldBe(43); // 31 + 5 below the commune, 7 of the upper secondary school
        summary.Parts[visits.Id].Select(p => (p.Of.Code, p.Value)).ShouldBe([("H38.51.7", 36L), ("THPT", 7L)]);
        var commune = summary.Parts[visits.Id][0].Of.Summary.ShouldNotBeNull();
        commune.Parts[summary.Parts[visits.Id][0].Cell!.Value].Select(p => p.Value).ShouldBe([31, 5]);
        summary.Content.Document.Letterhead.Issuer.ShouldBe("SỞ GIÁO DỤC VÀ ĐÀO TẠO");
    }

    [Fact]
    public async Task Group_SumsItsMembers()
    {
        await using var db = province.Fixture.Database.Open();
        var summary = (await province.Desk.OfGroupAsync(db, province.Group, "R-01", October, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        Cell(summary, "readers", "HS-VISITS", 0).Value.ShouldBe(38); // 31 and 7
    }

    [Fact]
    public async Task EveryForm_SumsAndRecountsAndIsRenderedAlike()
    {
        foreach (var (form, code) in EveryFormTests.Forms.Select(row => row.Data).Append(("R-01", "2026-10")))
        {
            if (!ReportingFixture.Catalogue.Definitions.Single(d => d.Code == form).Levels.Contains(ReportLevel.Commune))
                continue;
            ReportPeriod.TryParse(code, out var period).ShouldBeTrue();
            await province.AcceptAsync(form, code, "TH-BANLAU", "TH-COCCAI");

            var summary = await province.OfBodyAsync("H38.51.7", form, period);
            var cells = summary.Content.Document.Cells.ToDictionary(c => c.Id);
            foreach (var (id, parts) in summary.Parts)
                parts.Sum(p => p.Value).ShouldBe(cells[id].Value, $"{form}, cell {id}");
            foreach (var sum in cells.Values.Where(c => c.Parts is not null))
                sum.Parts!.Sum(p => cells[p].Value).ShouldBe(sum.Value, $"{form}, sum {sum.Id}"); // filtered
            foreach (var format in ReportFiles.Formats)
                FiguresOf.In(summary.Frozen, format).ShouldBe(FiguresOf.Document(summary.Content.Document), $"{form}, {format}");
            (await province.OfBodyAsync("H38.51.7", form, period)).Content.Hash.ShouldBe(summary.Content.Hash);
        }
    }

    [Fact]
    public async Task SchoolWithoutAnAcceptedReport_IsNamedAndNotCounted()
    {
        await province.AcceptAsync("R-01", "2026-09", "TH-BANLAU");

        var summary = await province.OfBodyAsync("H38.51.7", "R-01", ReportPeriod.Month(2026, 9));

        summary.Below.Sum(b => b.Reported).ShouldBe(1);
        summary.Content.Document.Sections.OfType<ParagraphSection>().First().Text.ShouldEndWith("Chưa có báo cáo được duyệt: Trường Tiểu học Cốc Cái.");
    }

    [Fact]
    public async Task CallerWhoMayNotReadASchoolBelow_GetsNoSum()
    {
        var one = new Scope
        {
            Actor = "office",
            Permissions = new HashSet<Permission> { Permission.ReadReports },
            Reaches = new Dictionary<Permission, Reach> { [Permission.ReadReports] = new(false, [province.Fixture.Library.Id]) },
        };
        await using var db = province.Fixture.Database.Open(one);

        (await province.Desk.OfBodyAsync(db, "H38.51.7", "R-01", October, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await province.Desk.OfBodyAsync(db, "H38.51.7", "R-07", October, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private static FrozenCell Cell(SummaryReport summary, string table, string row, int column) =>
        summary.Content.Document.Tables.Single(t => t.Code == table).Rows.Single(r => r.Code == row).Cells[column];

    /// <summary>The province in one database, with accepted reports of October 2026.</summary>
    public sealed class Province : IAsyncLifetime
    {
        private ReportingFixture? _fixture;

        internal ReportingFixture Fixture => _fixture!; // made before any test

        internal SummaryDesk Desk { get; } = new(ReportingFixture.Catalogue, new SummaryBuilder(ReportingFixture.Catalogue));

        internal string Group { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            _fixture = await ReportingFixture.CreateAsync();
            var database = Fixture.Database;
            await using var db = database.Open();
            var commune = await db.Organisations.SingleAsync();
            var department = await database.HasAsync(new Organisation { Code = "SO", Name = "Sở Giáo dục và Đào tạo", Kind = OrganisationKind.Department });
            await database.HasAsync(new OrganisationParent { OrganisationId = commune.Id, ParentId = department.Id, FromOn = new DateOnly(2025, 7, 1) });
            var second = await database.HasAsync(A.Library("TH-COCCAI", "Trường Tiểu học Cốc Cái", SchoolLevel.Primary));
            var upper = await database.HasAsync(A.Library("THPT", "Trường THPT Mường Sáng", SchoolLevel.UpperSecondary));
            await database.HasAsync(new LibraryParent { LibraryId = second.Id, OrganisationId = commune.Id, FromOn = new DateOnly(2025, 7, 1) });
            await database.HasAsync(new LibraryParent { LibraryId = upper.Id, OrganisationId = department.Id, FromOn = new DateOnly(2025, 7, 1) });
            Group = (await database.HasAsync(A.Group(Fixture.Library, upper))).Code;
            await SampleMonth.FillAsync(Fixture);
            await SampleProperty.FillAsync(Fixture);
            var record = await database.HasAsync(A.Record(second, "Toán 1"));
            foreach (var number in new[] { "GK.00001", "GK.00002" })
                await database.HasAsync(A.Item(record, Model.Catalogue.ItemType.Textbook, number));
            await database.HasAsync(A.Visit(second, new DateOnly(2026, 10, 7), visitors: 5));
            await database.HasAsync(A.Visit(upper, new DateOnly(2026, 10, 7), visitors: 7));
            Fixture.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 2, 3, 0, 0, TimeSpan.Zero));
            await AcceptAsync("R-01", "2026-10", "TH-BANLAU", "TH-COCCAI", "THPT");
        }

        public ValueTask DisposeAsync() => Fixture.DisposeAsync();

        internal async Task AcceptAsync(string form, string period, params string[] schools)
        {
            await using var db = Fixture.Database.Open();
            foreach (var school in schools)
            {
                var (run, _) = await Fixture.CloseAsync(form, period, await db.Libraries.SingleAsync(l => l.Code == school));
                (await db.ReportRuns.SingleAsync(r => r.Id == run.Id)).State = SubmissionState.Approved;
            }
            await db.SaveChangesAsync();
        }

        internal async Task<SummaryReport> OfBodyAsync(string body, string form, ReportPeriod period)
        {
            await using var db = Fixture.Database.Open();
            return (await Desk.OfBodyAsync(db, body, form, period, CancellationToken.None)).ShouldNotBeNull(form);
        }

        internal async Task<OpenSnapshot> OpenAsync(long runId)
        {
            await using var db = Fixture.Database.Open();
            return (await SnapshotStore.OpenAsync(db, runId, CancellationToken.None)).ShouldNotBeNull();
        }
    }
}
