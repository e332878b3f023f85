using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Sharing.InterLibrary;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Tests;

/// <summary>Every form over random school years, all in one database: each figure recounts from its rows, each total from its parts, and all renderings say the same.</summary>
public sealed class FigureTests
{
    private const int Years = 2;
    private const int Rows = 12;
    private static readonly DateOnly First = new(2026, 9, 20);
    private static readonly DateTimeOffset AfterTheYear = new(2027, 8, 2, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task RandomYear_EveryFigureOfEveryFormRecountsAndIsRenderedAlike()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        fixture.Clock.SetUtcNow(AfterTheYear);
        foreach (var (facts, number) in Gen.Sample(Facts(), Years, Rows).Select((facts, number) => (facts, number)))
        {
            var library = await fixture.Database.HasAsync(A.Library($"LIB-{number}", level: (SchoolLevel)(number + 2)));
            await FillAsync(fixture, library, facts);
            foreach (var (report, period) in EveryFormTests.Forms.Select(row => row.Data).Append(("R-01", "2026-10")))
            {
                var (run, snapshot) = await fixture.CloseAsync(report, period, library);
                await RecountsAsync(fixture, snapshot, $"{report}, year {number}");
                RendersAlike(snapshot, $"{report}, year {number}");
                await using var db = fixture.Database.Open();
                (await SnapshotStore.OpenAsync(db, run.Id, TestContext.Current.CancellationToken)).ShouldNotBeNull().Report.Hash.ShouldBe(snapshot.Report.Hash);
            }
        }
    }

    private static async Task RecountsAsync(ReportingFixture fixture, OpenSnapshot snapshot, string place)
    {
        await using var db = fixture.Database.Open();
        var cells = snapshot.Report.Document.Cells.ToList();
        var pages = await snapshot.ContributorsAsync(db, [.. cells.Select(c => new ContributorPage(c.Id, 0, int.MaxValue))], TestContext.Current.CancellationToken);
        foreach (var (cell, contributors) in cells.Zip(pages).Where(pair => pair.First.Ratio is null))
        {
            contributors.Sum(c => c.Amount).ShouldBe(cell.Value, $"{place}, cell {cell.Id}");
            ((long)contributors.Count).ShouldBe(snapshot.ContributorCount(cell.Id), $"{place}, cell {cell.Id}");
            cell.Parts?.Sum(part => snapshot.Cell(part)!.Value).ShouldBe(cell.Value, $"{place}, sum {cell.Id}");
        }
        (await SnapshotCheck.FaultsOfAsync(db, snapshot.SnapshotId, TestContext.Current.CancellationToken)).ShouldBeEmpty(place);
    }

    private static void RendersAlike(OpenSnapshot snapshot, string place)
    {
        var figures = FiguresOf.Document(snapshot.Report.Document);
        foreach (var format in ReportFiles.Formats)
            FiguresOf.In(snapshot.Report, format).ShouldBe(figures, $"{place}, {format}");
    }

    private static Gen<RandomYear> Facts() =>
        from items in Many(Gen.Elements(Enum.GetValues<ItemType>()), Gen.Elements(Enum.GetValues<FundingSource>()))
        from loans in Many(Gen.Elements(Enum.GetValues<PatronCategory>()), Gen.Elements(Enum.GetValues<LoanKind>()))
        from visits in Many(Gen.Elements(Enum.GetValues<PatronCategory>()), Gen.Choose(1, 40))
        from activities in Many(Gen.Elements(Enum.GetValues<ActivityKind>()), Gen.Choose(0, 90))
        from assets in Many(Gen.Elements(Enum.GetValues<AssetKind>()), Gen.Choose(1, 30))
        from moves in Many(Gen.Elements(true, false), Gen.Choose(1, 3))
        select new RandomYear(items, loans, visits, activities, assets, moves);

    private static Gen<List<(TFirst, TSecond, int Day)>> Many<TFirst, TSecond>(Gen<TFirst> first, Gen<TSecond> second) =>
        (from one in first from two in second from day in Gen.Choose(0, 60) select (one, two, day)).ListOf(Rows);

    private static async Task FillAsync(ReportingFixture fixture, Library library, RandomYear facts)
    {
        await using var db = fixture.Database.Open();
        var titles = new[] { A.Record(library), A.Record(library, "Toán 3; “Kết nối\" tri thức", null) };
        var lent = A.Record(fixture.Library);
        db.AddRange([.. titles, lent]);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var items = facts.Items.Select((f, i) => Item(titles[i % titles.Length], f)).ToList();
        var other = A.Item(lent);
        var patrons = Enum.GetValues<PatronCategory>().ToDictionary(c => c, c => A.Patron(library, c));
        db.AddRange([.. items, other]);
        db.AddRange(patrons.Values);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        if (items.Count > 0)
            db.AddRange(facts.Loans.Select((f, i) => Loan(items[i % items.Count], patrons[f.Reader], f.Use, First.AddDays(f.Day))));
        db.AddRange(facts.Visits.Select(f => A.Visit(library, First.AddDays(f.Day), f.Reader, f.Visitors)));
        db.AddRange(facts.Activities.Select(f => Activity(library, f)));
        db.AddRange(facts.Assets.Select(f => SampleProperty.Asset(library.Id, $"Tài sản {f.Day}", f.Kind, f.Quantity, f.Day * 100_000)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var group = await db.Groups.FirstOrDefaultAsync(TestContext.Current.CancellationToken) ?? await fixture.Database.HasAsync(A.Group(library, fixture.Library));
        db.AddRange(facts.Moves.Where(_ => items.Count > 0).Select(f => Move(group.Id, library, fixture.Library, items[0], other, f)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static Item Item(BibliographicRecord record, (ItemType Type, FundingSource Funding, int Day) fact)
    {
        var item = A.Item(record, fact.Type);
        (item.Funding, item.AcquiredOn, item.Price) = (fact.Funding, First.AddDays(fact.Day), fact.Day % 7 is 0 ? null : fact.Day * 1_234_567);
        if (fact.Day % 5 is 0)
            (item.Status, item.WithdrawnOn) = (fact.Day % 2 is 0 ? ItemStatus.Withdrawn : ItemStatus.Lost, First.AddDays(fact.Day + 40));
        return item;
    }

    // Closed at once, so that one copy can be lent again and again.
    private static Loan Loan(Item item, Patron patron, LoanKind use, DateOnly day)
    {
        var loan = A.Loan(item, patron, day, use);
        loan.ReturnedAt = loan.LentAt.AddHours(1);
        return loan;
    }

    private static LibraryActivity Activity(Library library, (ActivityKind Kind, int Participants, int Day) fact) => new()
    {
        LibraryId = library.Id,
        HeldOn = First.AddDays(fact.Day),
        Kind = fact.Kind,
        Title = "Giới thiệu sách",
        Participants = fact.Participants is 0 ? null : fact.Participants,
    };

    private static InterLibraryLoan Move(long group, Library library, Library other, Item own, Item foreign, (bool Given, int, int Day) fact) => new()
    {
        GroupId = group,
        LenderId = fact.Given ? library.Id : other.Id,
        BorrowerId = fact.Given ? other.Id : library.Id,
        ItemId = fact.Given ? own.Id : foreign.Id,
        RecordId = fact.Given ? own.RecordId : foreign.RecordId,
        State = InterLibraryState.Closed,
        RequestedOn = First.AddDays(fact.Day),
        SentOn = First.AddDays(fact.Day),
        DueOn = First.AddDays(fact.Day + 30),
        ReturnedOn = First.AddDays(fact.Day + 20),
    };

    private sealed record RandomYear(
        IReadOnlyList<(ItemType Type, FundingSource Funding, int Day)> Items,
        IReadOnlyList<(PatronCategory Reader, LoanKind Use, int Day)> Loans,
        IReadOnlyList<(PatronCategory Reader, int Visitors, int Day)> Visits,
        IReadOnlyList<(ActivityKind Kind, int Participants, int Day)> Activities,
        IReadOnlyList<(AssetKind Kind, int Quantity, int Day)> Assets,
        IReadOnlyList<(bool Given, int Number, int Day)> Moves);
}
