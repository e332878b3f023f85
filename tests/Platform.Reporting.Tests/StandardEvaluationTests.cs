using Platform.Model.Libraries;
using Platform.Model.Reporting.Standards;
using Platform.Reporting.Standards;

namespace Platform.Reporting.Tests;

public sealed class StandardEvaluationTests
{
    private static readonly DateOnly Day = new(2027, 5, 31);

    // Worked by hand, school type by school type: the input, by how many it is divided, and the least that meets the criterion.
    // Books per pupil for 37 pupils: 37 × 2 = 74, × 3 = 111, × 4 = 148, × 5 = 185, × 6 = 222. Books per teacher for 7: 7 × 3 = 21, × 4 = 28.
    public static TheoryData<SchoolLevel, string, int, long> Sheet => new()
    {
        { SchoolLevel.Preschool, "1.1.1", 37, 74 },
        { SchoolLevel.Preschool, "1.1.2", 7, 21 },
        { SchoolLevel.Preschool, "1.2.1", 37, 111 },
        { SchoolLevel.Preschool, "1.2.2", 7, 28 },
        { SchoolLevel.Preschool, "2.1.1", 1, 48 },
        { SchoolLevel.Preschool, "4.1.1", 1, 1 },
        { SchoolLevel.Primary, "1.1.1", 37, 111 },
        { SchoolLevel.Primary, "1.1.2", 7, 7 },
        { SchoolLevel.Primary, "1.2.1", 37, 148 },
        { SchoolLevel.Primary, "2.1.1", 1, 50 },
        { SchoolLevel.Primary, "4.1.1", 1, 1 },
        { SchoolLevel.LowerSecondary, "1.1.1", 37, 148 },
        { SchoolLevel.LowerSecondary, "1.1.2", 7, 7 },
        { SchoolLevel.LowerSecondary, "1.2.1", 37, 185 },
        { SchoolLevel.LowerSecondary, "1.2.3", 1, 6 },
        { SchoolLevel.LowerSecondary, "2.1.1", 1, 50 },
        { SchoolLevel.LowerSecondary, "4.1.1", 1, 1 },
        { SchoolLevel.UpperSecondary, "1.1.1", 37, 185 },
        { SchoolLevel.UpperSecondary, "1.1.2", 7, 7 },
        { SchoolLevel.UpperSecondary, "1.2.1", 37, 222 },
        { SchoolLevel.UpperSecondary, "2.1.1", 1, 50 },
        { SchoolLevel.UpperSecondary, "4.1.1", 1, 1 },
        { SchoolLevel.MultiLevel, "1.1.2", 7, 7 },
        { SchoolLevel.MultiLevel, "2.1.1", 1, 50 },
        { SchoolLevel.MultiLevel, "4.1.1", 1, 1 },
    };

    // No figure of these was read in a source: they are never met nor missed.
    private static readonly string[] WithoutFigure = ["2.2.1", "3.1.1", "3.2.1", "4.1.2", "4.2.1", "5.1.1", "5.2.1"];

    [Fact]
    public void Sheet_HoldsEveryCriterionOfEverySchoolTypeThatHasAFigure() => StandardCatalogue.Criteria
        .SelectMany(c => Enum.GetValues<SchoolLevel>().Where(school => c.Binds(school, Day) && c.Threshold is not null).Select(school => (school, c.Code)))
        .ShouldBe(Sheet.Select(row => (row.Data.Item1, row.Data.Item2)), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Sheet))]
    public void Criterion_OneBelowOnAndOneAbove(SchoolLevel school, string code, int per, long least)
    {
        var criterion = StandardCatalogue.Criteria.Single(c => c.Code == code && c.Binds(school, Day));

        foreach (var (value, verdict, missing) in new[] { (least - 1, Verdict.NotMet, 1L), (least, Verdict.Met, 0L), (least + 1, Verdict.Met, 0L) })
        {
            var result = Evaluate(school, criterion.Per is { } divisor ? new() { [criterion.Input] = value, [divisor] = per } : new() { [criterion.Input] = value }).Criteria.Single(r => r.Criterion.Code == code);
            (result.Verdict, result.Missing).ShouldBe((verdict, missing), $"{value}");
        }
    }

    [Theory]
    [InlineData(SchoolLevel.Preschool)]
    [InlineData(SchoolLevel.Primary)]
    [InlineData(SchoolLevel.LowerSecondary)]
    [InlineData(SchoolLevel.UpperSecondary)]
    [InlineData(SchoolLevel.MultiLevel)]
    public void CriterionWithoutAFigure_IsNeitherMetNorMissed(SchoolLevel school)
    {
        var everything = StandardCatalogue.Criteria.SelectMany(c => new[] { c.Input, c.Per }).OfType<string>().Distinct().ToDictionary(input => input, _ => 1_000L);

        var open = Evaluate(school, everything).Criteria.Where(r => r.Criterion.Threshold is null).ToList();

        open.ShouldAllBe(r => r.Verdict == Verdict.Unknown && r.Missing == null && !r.Criterion.Confirmed);
        open.Select(r => r.Criterion.Code).ShouldBeSubsetOf([.. WithoutFigure, "1.2.3", .. school is SchoolLevel.MultiLevel ? new[] { "1.1.1", "1.2.1" } : []]);
    }

    [Fact]
    public void Ratio_IsWorkedByHand()
    {
        // 1.026 books for 310 pupils: 1.026 : 310 = 3,3096…
        var result = Evaluate(SchoolLevel.Primary, new() { ["BOOKS"] = 1026, ["PUPILS"] = 310 }).Criteria.Single(r => r.Criterion.Code == "1.1.1");

        Math.Round(result.Actual.ShouldNotBeNull(), 4).ShouldBe(3.3097m);
    }

    [Fact]
    public void MissingBooks_AreRoundedUpToWholeCopies()
    {
        var result = Evaluate(SchoolLevel.LowerSecondary, new() { ["BOOKS"] = 1026, ["PUPILS"] = 310 });

        // 310 pupils × 4 = 1.240; 1.240 − 1.026 = 214.
        result.Criteria.Single(r => r.Criterion.Code == "1.1.1").Missing.ShouldBe(214);
    }

    [Fact]
    public void ShortestPath_IsEnoughAndNothingLessIs()
    {
        var inputs = new Dictionary<string, long> { ["BOOKS"] = 1026, ["PUPILS"] = 310, ["PERIODICALS"] = 2 };
        var path = StandardEvaluation.ShortestPath(Evaluate(SchoolLevel.LowerSecondary, inputs), 2);

        path.ShouldBe(new Dictionary<string, long> { ["BOOKS"] = 524, ["PERIODICALS"] = 4 }, ignoreOrder: true);
        Simulate(inputs, path).Criteria.Where(r => r.Missing is not null).ShouldAllBe(r => r.Verdict == Verdict.Met);
        Simulate(inputs, new Dictionary<string, long> { ["BOOKS"] = 523, ["PERIODICALS"] = 4 }).Criteria.Single(r => r.Criterion.Code == "1.2.1").Verdict.ShouldBe(Verdict.NotMet);
    }

    [Fact]
    public void UnknownInput_LeavesTheLevelOpen_AFailureDecidesIt()
    {
        var open = Evaluate(SchoolLevel.Primary, new() { ["BOOKS"] = 400, ["PUPILS"] = 100 });
        var failed = Evaluate(SchoolLevel.Primary, new() { ["BOOKS"] = 100, ["PUPILS"] = 100 });

        open.Levels[1].ShouldBeNull();
        open.Overall.ShouldBeNull();
        failed.Levels[1].ShouldBe(0);
    }

    [Fact]
    public void SchoolWithoutPupils_IsNotDividedByZero() =>
        Evaluate(SchoolLevel.Primary, new() { ["BOOKS"] = 100, ["PUPILS"] = 0 }).Criteria.Single(r => r.Criterion.Code == "1.1.1").Verdict.ShouldBe(Verdict.Unknown);

    [Fact]
    public void LastYear_IsJudgedByLastYearsRule()
    {
        Criterion[] criteria =
        [
            Rule(3, new DateOnly(2023, 1, 7), new DateOnly(2026, 12, 31)),
            Rule(4, new DateOnly(2027, 1, 1), null),
        ];
        var inputs = new Dictionary<string, long> { ["BOOKS"] = 350, ["PUPILS"] = 100 };

        StandardEvaluation.Evaluate(criteria, SchoolLevel.Primary, new DateOnly(2026, 5, 31), inputs).Criteria.Single().Verdict.ShouldBe(Verdict.Met);
        StandardEvaluation.Evaluate(criteria, SchoolLevel.Primary, new DateOnly(2027, 5, 31), inputs).Criteria.Single().Verdict.ShouldBe(Verdict.NotMet);
    }

    private static StandardResult Evaluate(SchoolLevel school, Dictionary<string, long> inputs) =>
        StandardEvaluation.Evaluate(StandardCatalogue.Criteria, school, Day, inputs);

    private static StandardResult Simulate(Dictionary<string, long> inputs, IReadOnlyDictionary<string, long> add) =>
        StandardEvaluation.Simulate(StandardCatalogue.Criteria, SchoolLevel.LowerSecondary, Day, inputs, add);

    private static Criterion Rule(decimal threshold, DateOnly from, DateOnly? until) => new()
    {
        Code = "1.1.1",
        Standard = 1,
        Level = 1,
        Text = "",
        Input = "BOOKS",
        Per = "PUPILS",
        Threshold = threshold,
        Unit = "bản sách",
        Clause = "",
        EffectiveFrom = from,
        EffectiveUntil = until,
    };
}
