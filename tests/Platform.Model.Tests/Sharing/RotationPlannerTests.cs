using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Platform.Model.Catalogue;
using Platform.Model.Sharing.Rotation;

namespace Platform.Model.Tests.Sharing;

/// <summary>Rotation plans: what must hold of every plan, and what a small one looks like.</summary>
public sealed class RotationPlannerTests
{
    private static readonly NeedCell Maths6 = new(ItemType.ReferenceBook, 6, "510");

    [Fact]
    public void SmallPlan_IsAsWorkedOutByHand()
    {
        // Owner 1 has 6 copies: one stays, five may go. 2 is near and misses 3; 3 is farther and misses 10.
        var proposal = RotationPlanner.Propose(new RotationProblem(
            [new(1, 100, 50, 0, 22.50, 103.90), new(2, 20, 20, 10, 22.51, 103.90), new(3, 20, 20, 10, 22.60, 103.90)],
            [new(2, Maths6, 3), new(3, Maths6, 10)],
            [new(7, 1, Maths6, [71, 72, 73, 74, 75, 76])],
            new HashSet<(long, long)>(),
            new RotationRules()));

        proposal.Sets.Select(set => (set.ToId, set.ItemIds.Count, set.MissingBefore, set.StaysAtHome)).ShouldBe([(2, 3, 3, 1), (3, 2, 10, 1)]);
        proposal.Sets.SelectMany(set => set.ItemIds).ShouldBe([71, 72, 73, 74, 75]);
        proposal.Sets[0].Kilometres.ShouldBe(1.11, tolerance: 0.01);
        proposal.Score.Filled.ShouldBe(5);
    }

    [Theory]
    [InlineData(2, 100, StayReason.TooFewCopies)]
    [InlineData(3, 0, StayReason.OwnerAtMinimum)]
    public void TitleThatMayNotTravel_SaysWhy(int copies, int spare, StayReason expected)
    {
        var proposal = RotationPlanner.Propose(new RotationProblem(
            [new(1, 100, 100 - spare, 0, 22.5, 103.9), new(2, 20, 20, 10, 22.6, 103.9)],
            [new(2, Maths6, 3)],
            [new(7, 1, Maths6, [.. Enumerable.Range(1, copies).Select(i => (long)i)])],
            new HashSet<(long, long)>(),
            new RotationRules()));

        proposal.Sets.ShouldBeEmpty();
        proposal.NotSent.ShouldBe(new Dictionary<StayReason, int> { [expected] = 1 });
    }

    [Fact]
    public void TitleThatTheOtherHolds_IsNotSentThere()
    {
        var problem = new RotationProblem(
            [new(1, 100, 0, 0, 22.5, 103.9), new(2, 20, 20, 10, 22.6, 103.9)],
            [new(2, Maths6, 3)],
            [new(7, 1, Maths6, [1, 2, 3])],
            new HashSet<(long, long)> { (2, 7) },
            new RotationRules());

        RotationPlanner.Propose(problem).NotSent.ShouldBe(new Dictionary<StayReason, int> { [StayReason.NobodyCanTakeIt] = 1 });
    }

    [Fact]
    public void EveryPlan_KeepsTheRules() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        seed =>
        {
            var problem = Problem(new Random(seed), libraries: 2 + (seed & 7), titles: 60);
            var proposal = RotationPlanner.Propose(problem);
            return Faults(problem, proposal).FirstOrDefault() is { } fault ? throw new InvalidOperationException($"seed {seed}: {fault}") : true;
        }));

    [Fact]
    public void SameProblem_GivesTheSamePlan()
    {
        var first = RotationPlanner.Propose(Problem(new Random(1), 12, 400));
        var second = RotationPlanner.Propose(Problem(new Random(1), 12, 400));

        second.Sets.Select(s => (s.RecordId, s.ToId, string.Join(',', s.ItemIds))).ShouldBe(first.Sets.Select(s => (s.RecordId, s.ToId, string.Join(',', s.ItemIds))));
    }

    [Fact]
    public void HundredLibraries_TwoHundredThousandItems_ArePlannedInSeconds()
    {
        var problem = Problem(new Random(7), libraries: 100, titles: 40_000);
        problem.Titles.Sum(title => title.ItemIds.Count).ShouldBeGreaterThan(200_000);
        var clock = Stopwatch.StartNew();

        var proposal = RotationPlanner.Propose(problem);

        TestContext.Current.SendDiagnosticMessage(
            $"{clock.ElapsedMilliseconds} ms; {proposal.Sets.Count} sets; plan {proposal.Score.Total:F0} ({proposal.Score}), nearest first {proposal.Baseline.Total:F0} ({proposal.Baseline})");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        proposal.Score.Total.ShouldBeGreaterThan(proposal.Baseline.Total);
        Faults(problem, proposal).ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(RotationProblem problem, RotationProposal proposal)
    {
        var titles = problem.Titles.ToDictionary(t => (t.OwnerId, t.RecordId));
        var items = proposal.Sets.SelectMany(set => set.ItemIds).ToList();
        if (items.Count != items.Distinct().Count())
            yield return "an item travels twice";
        foreach (var set in proposal.Sets)
        {
            var title = titles[(set.FromId, set.RecordId)];
            if (set.FromId == set.ToId || set.ItemIds.Except(title.ItemIds).Any() || set.ItemIds.Count is 0 or > 5)
                yield return "a set is not made of its owner's copies, or travels nowhere";
            if (title.ItemIds.Count < 3 || set.StaysAtHome < 1)
                yield return "a title with fewer than three copies travels, or none stays";
            if (problem.Held.Contains((set.ToId, set.RecordId)))
                yield return "a library is sent what it holds";
        }
        if (proposal.Sets.GroupBy(s => (s.ToId, s.RecordId)).Any(g => g.Count() > 1))
            yield return "a library is sent a title twice";
        foreach (var library in problem.Libraries)
        {
            if (library.Stock - proposal.Sets.Where(s => s.FromId == library.Id).Sum(s => s.ItemIds.Count) < Math.Min(library.Stock, library.MinimumStock))
                yield return "a library falls below its minimum";
            if (proposal.Sets.Where(s => s.ToId == library.Id).Sum(s => s.ItemIds.Count) > library.ShelfRoom)
                yield return "a library gets more than it has room for";
        }
        var needs = problem.Needs.GroupBy(n => (n.LibraryId, n.Cell)).ToDictionary(g => g.Key, g => g.Sum(n => n.Missing));
        if (proposal.Sets.GroupBy(s => (s.ToId, s.Cell)).Any(g => g.Sum(s => s.ItemIds.Count) > needs.GetValueOrDefault(g.Key)))
            yield return "a library gets more than it misses";
        if (proposal.Score.Total < proposal.Baseline.Total)
            yield return "the plan is worth less than the simplest way";
        if (proposal.Score.Filled != items.Count)
            yield return "the score counts other copies than the sets hold";
    }

    private static RotationProblem Problem(Random random, int libraries, int titles)
    {
        NeedCell Cell() => new((ItemType)random.Next(1, 5), random.Next(1, 10), $"{random.Next(0, 5)}00");
        var owners = Enumerable.Range(1, libraries).Select(id => (long)id).ToList();
        var item = 0L;
        var stock = Enumerable.Range(0, titles)
            .Select(title => new RotationTitle(random.Next(titles), owners[random.Next(libraries)], Cell(), [.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => ++item)]))
            .DistinctBy(title => (title.OwnerId, title.RecordId))
            .ToList();
        while (titles >= 40_000 && stock.Sum(t => (long)t.ItemIds.Count) <= 200_000)
            stock.Add(new RotationTitle(titles + stock.Count, owners[random.Next(libraries)], Cell(), [.. Enumerable.Range(0, 5).Select(_ => ++item)]));
        return new RotationProblem(
            [.. owners.Select(id => LibraryOf(random, id, stock))],
            [.. owners.SelectMany(id => Enumerable.Range(0, 60).Select(_ => new RotationNeed(id, Cell(), random.Next(0, 30))))],
            stock,
            stock.Select(title => (title.OwnerId, title.RecordId)).ToHashSet(),
            new RotationRules());
    }

    private static RotationLibrary LibraryOf(Random random, long id, List<RotationTitle> stock)
    {
        var held = stock.Where(title => title.OwnerId == id).Sum(title => title.ItemIds.Count);
        return new RotationLibrary(id, held, random.Next(0, held + 5), random.Next(0, 800), 22 + random.NextDouble() / 2, 103 + random.NextDouble() / 2);
    }
}
