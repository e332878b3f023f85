using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Reporting.Standards;
using Platform.Reporting.Snapshots;
using Platform.Reporting.Standards;

namespace Platform.Api.Reporting;

/// <summary><c>evaluateLibrary</c>: a library judged by TT 16/2022 and NĐ 93/2020, criterion by criterion, as it is and as it would be.</summary>
internal static class EvaluateLibrary
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var addition = new InputObjectGraphType<StandardAddition> { Name = "StandardAdditionInput", Description = "So much more of an input." };
        addition.AddField(kinds.Of(typeof(string)).Required().Field("input", "Code of the input, for example BOOKS."));
        addition.AddField(kinds.Of(typeof(long)).Required().Field("amount", "How much is added, in the input's unit."));
        var criterion = new RecordGraph<CriterionView>(kinds, "StandardCriterion").With(c => c.Code).With(c => c.Standard).With(c => c.Level).With(c => c.Text).With(c => c.Input).With(c => c.Per)
            .With(c => c.Value).With(c => c.PerValue).With(c => c.Actual).With(c => c.Threshold).With(c => c.Unit).With(c => c.Clause).With(c => c.IsConfirmed).With(c => c.Verdict).With(c => c.Missing).With(c => c.Gap);
        var standard = new RecordGraph<StandardLevel>(kinds).With(s => s.Standard).With(s => s.Level);
        var step = new RecordGraph<StandardStep>(kinds).With(s => s.Level).With(s => s.Input).With(s => s.Amount).With(s => s.Unit);
        var answer = new RecordGraph<EvaluationView>(kinds, "LibraryEvaluation").With(e => e.Period).With(e => e.Day).With(e => e.Overall)
            .With(ListOf(standard), e => e.Standards).With(ListOf(criterion), e => e.Criteria).With(ListOf(step), e => e.ShortestPath);
        var field = GraphKind.Of(answer).Field(
            "evaluateLibrary",
            "The library judged by the standards of TT 16/2022 (floors of NĐ 93/2020 included) as they held at the period's end, from the live data; with `add` as if there were so much more. Outside the school, figures that tell how many readers it has are left out, and nothing is tried that is measured by them: the office reads them in the R-04 that it was sent. Null for such a trial, for a library whose reports the caller may not read, or a period that is none.");
        field.Arguments = new QueryArguments(
            GraphKind.Of<IdGraphType>().Required().Argument("libraryId", "Global id of the library."),
            GraphKind.Of<StringGraphType>().Required().Argument("period", "Code of a school year, for example 2025-2026 or 2025-2026-CN."),
            GraphKind.Of(addition).Required().List().Argument("add", "What is to be added for the trial."));
        field.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(context));
        query.AddField(field.Requires(Permission.ReadReports));
    }

    private static async Task<EvaluationView?> ReadAsync(IResolveFieldContext context)
    {
        var services = context.RequestServices!; // the runner always gives services
        var db = services.GetRequiredService<LibraryDb>();
        if (!GlobalId.TryRead(context.GetArgument<string>("libraryId"), out var type, out var libraryId) || type != nameof(Library)
            || !ReportPeriod.TryParse(context.GetArgument<string>("period"), out var period) || !db.Scope.May(Permission.ReadReports, libraryId))
            return null;
        if (await db.Libraries.AsNoTracking().SingleOrDefaultAsync(l => l.Id == libraryId, context.CancellationToken) is not { } library)
            return null;
        var add = (context.GetArgument<List<StandardAddition>?>("add") ?? []).GroupBy(a => a.Input, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(a => a.Amount), StringComparer.Ordinal);
        var evaluated = await services.GetRequiredService<StandardDesk>().EvaluateAsync(library, period, add, context.CancellationToken);
        if (evaluated is null)
            return null;
        // Live data were sent to nobody.
        var isSchool = Disclosure.ReaderOf(db.Scope, libraryId, SubmissionState.Draft) is ReportReader.School;
        // What a trial closes tells what was missing, and so how many readers there are.
        return isSchool || !add.Keys.Any(evaluated.IsMeasuredByReaders) ? EvaluationView.Of(evaluated, isSchool) : null;
    }

    private static GraphKind ListOf<T>(RecordGraph<T> type) => GraphKind.Of(type).Required().List().Required();
}

/// <summary>So much more of an input.</summary>
internal sealed class StandardAddition
{
    public string Input { get; set; } = "";

    public long Amount { get; set; }
}

/// <summary>A library judged by the standards.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="Day">The day by whose rules it is judged.</param>
/// <param name="Overall">The level of the library, the lowest of its five standards: 0 to 2; null where something is not known.</param>
/// <param name="Standards">The level reached in each standard.</param>
/// <param name="Criteria">Every criterion that binds the school.</param>
/// <param name="ShortestPath">The least additions to each level, over criteria whose inputs are known.</param>
internal sealed record EvaluationView(
    string Period, DateOnly Day, int? Overall, IReadOnlyList<StandardLevel> Standards, IReadOnlyList<CriterionView> Criteria, IReadOnlyList<StandardStep> ShortestPath)
{
    public static EvaluationView Of(EvaluatedLibrary e, bool isSchool) => new(
        e.Period.Code, e.Period.LastOn, e.Result.Overall,
        [.. e.Result.Levels.OrderBy(l => l.Key).Select(l => new StandardLevel(l.Key, l.Value))],
        [.. e.Result.Criteria.Select(c => CriterionView.Of(c, e, isSchool))],
        [.. new[] { 1, 2 }.SelectMany(level => StandardEvaluation.ShortestPath(e.Result, level)
            .Where(step => isSchool || !e.IsMeasuredByReaders(step.Key))
            .Select(step => new StandardStep(level, step.Key, step.Value, e.Result.Criteria.First(c => c.Criterion.Input == step.Key).Criterion.Unit)))]);
}

/// <summary>The level reached in a standard.</summary>
/// <param name="Standard">Number of the standard, 1 to 5.</param>
/// <param name="Level">The level, 0 to 2; null where something is not known.</param>
internal sealed record StandardLevel(int Standard, int? Level);

/// <summary>What has to be added for a level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Input">Code of the input.</param>
/// <param name="Amount">How much is missing.</param>
/// <param name="Unit">In which unit.</param>
internal sealed record StandardStep(int Level, string Input, long Amount, string Unit);

/// <summary>A criterion judged.</summary>
/// <param name="Code">Its code: standard, level, item.</param>
/// <param name="Standard">The standard, 1 to 5.</param>
/// <param name="Level">The level it is asked for.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Input">Code of the input.</param>
/// <param name="Per">Code of the input by which it is divided; null for none.</param>
/// <param name="Value">What was counted; null where nobody counts it, and outside the school for a number of readers.</param>
/// <param name="PerValue">By what it is divided; null for none, and outside the school for a number of readers.</param>
/// <param name="Actual">The value reached; null outside the school where it is measured by readers.</param>
/// <param name="Threshold">The least value; null while no figure is known.</param>
/// <param name="Unit">What the input counts.</param>
/// <param name="Clause">The clause.</param>
/// <param name="IsConfirmed">Whether the clause was read in its source.</param>
/// <param name="Verdict">Whether it is met.</param>
/// <param name="Missing">How much of the input is missing; null when it is not known, and outside the school where it is measured by readers.</param>
/// <param name="Gap">The gap in plain words, for example "thiếu 214 bản sách"; null when nothing is missing or known.</param>
internal sealed record CriterionView(
    string Code, int Standard, int Level, string Text, string Input, string? Per, long? Value, long? PerValue, double? Actual, double? Threshold, string Unit, string Clause,
    bool IsConfirmed, Verdict Verdict, long? Missing, string? Gap)
{
    public static CriterionView Of(CriterionResult r, EvaluatedLibrary e, bool isSchool)
    {
        var (input, per) = (r.Criterion.Input, r.Criterion.Per);
        var tells = isSchool || !(e.AboutReaders.Contains(input) || (per is not null && e.AboutReaders.Contains(per)));
        var missing = tells ? r.Missing : null;
        return new(
            r.Criterion.Code, r.Criterion.Standard, r.Criterion.Level, r.Criterion.Text, input, per,
            Counted(input), per is null ? null : Counted(per),
            tells ? (double?)r.Actual : null, (double?)r.Criterion.Threshold, r.Criterion.Unit, r.Criterion.Clause, r.Criterion.Confirmed, r.Verdict, missing,
            missing > 0 ? $"thiếu {VietnameseFormat.Number(missing.Value)} {r.Criterion.Unit}" : null);

        long? Counted(string code) => e.Inputs.TryGetValue(code, out var value) && (isSchool || !e.AboutReaders.Contains(code)) ? value : null;
    }
}
