using Platform.Model.Libraries;
using Platform.Model.Reporting.Standards;
using Platform.Reporting.Standards;

namespace Platform.Reporting.Tests;

public sealed class StandardEvaluationTests
{
    private static readonly DateOnly Day = new(2027, 5, 31);

    // Worked by hand: thresholds of TT 16/2022 as copies per pupil for 100 pupils, one below, on and one above.
    [Theory]
    [InlineData(SchoolLevel.Preschool, 199, 0, 1L)]
    [InlineData(SchoolLevel.Preschool, 200, 1, 0L)]
    [InlineData(SchoolLevel.Preschool, 300, 2, 0L)]
    [InlineData(SchoolLevel.Primary, 299, 0, 1L)]
    [InlineData(SchoolLevel.Primary, 300, 1, 0L)]
    [InlineData(SchoolLevel.Primary, 399, 1, 0L)]
    [InlineData(SchoolLevel.Primary, 400, 2, 0L)]
    [InlineData(SchoolLevel.LowerSecondary, 399, 0, 1L)]
    [InlineData(SchoolLevel.LowerSecondary, 400, 1, 0L)]
    [InlineData(SchoolLevel.LowerSecondary, 501, 2, 0L)]
    [InlineData(SchoolLevel.UpperSecondary, 499, 0, 1L)]
    [InlineData(SchoolLevel.UpperSecondary, 500, 1, 0L)]
    [InlineData(SchoolLevel.UpperSecondary, 600, 2, 0L)]
    public void BooksPerPupil_AtTheThreshold(SchoolLevel school, long books, int level, long missing)
    {
        var result = Evaluate(school, new() { ["BOOKS"] = books, ["PUPILS"] = 100 });

        var reached = result.Criteria.Where(r => r.Criterion.Input == "BOOKS" && r.Verdict is Verdict.Met).Select(r => r.Criterion.Level).DefaultIfEmpty(0).Max();
        reached.ShouldBe(level);
        result.Criteria.Single(r => r.Criterion.Code == "1.1.1").Missing.ShouldBe(missing);
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
