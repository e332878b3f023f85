using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary><c>explainLoan</c>: what the desk would say, and which rule decides.</summary>
internal static class ExplainLoan
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var reason = new RecordGraph<LoanReason>(kinds).With(r => r.Reason).With(r => r.CanOverride).With(r => r.Vietnamese).With(r => r.English);
        var rule = new RecordGraph<RuleConsidered>(kinds).With(r => r.Level).With(r => r.IsForCategory).With(r => r.IsForItemType).With(r => r.LoanLimit).With(r => r.LoanDays).With(r => r.DueBy);
        var answer = new RecordGraph<LoanAnswer>(kinds).With(a => a.IsAllowed).With(a => a.DueOn)
            .With(GraphKind.Of(reason).Required().List().Required(), a => a.Reasons)
            .With(GraphKind.Of(rule).Required().List().Required(), a => a.Rules);
        var field = GraphKind.Of(answer).Field("explainLoan", "Whether a copy could be lent to a patron now, until when, every reason against it, and the rules that cover the case, the deciding one first; null when copy or patron is unknown in the library.");
        field.Arguments = new QueryArguments(
            GraphKind.Of<IdGraphType>().Required().Argument("libraryId", "Global id of the library."),
            GraphKind.Of<StringGraphType>().Required().Argument("registrationNumber", "The copy's registration number (số ĐKCB)."),
            GraphKind.Of<StringGraphType>().Required().Argument("cardNumber", "The patron's card number."));
        field.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(context));
        query.AddField(field.Requires(Permission.Circulate));
    }

    private static async Task<LoanAnswer?> ReadAsync(IResolveFieldContext context)
    {
        if (!GlobalId.TryRead(context.GetArgument<string>("libraryId"), out var type, out var libraryId) || type != nameof(Library))
            return null;
        var (db, clock) = (context.RequestServices!.GetRequiredService<LibraryDb>(), context.RequestServices!.GetRequiredService<TimeProvider>()); // the runner always gives services
        var explained = await Explaining.ExplainAsync(
            db, libraryId, context.GetArgument<string>("registrationNumber"), context.GetArgument<string>("cardNumber"), clock.Today(), context.CancellationToken);
        return explained is null ? null : LoanAnswer.Of(explained);
    }
}

/// <summary>What the desk would say to a loan.</summary>
/// <param name="IsAllowed">Whether nothing stands in the way.</param>
/// <param name="DueOn">Last day of the loan; null where no rule covers the case.</param>
/// <param name="Reasons">Every reason against it, those that cannot be overridden first.</param>
/// <param name="Rules">The rules that cover the case; the first one decides.</param>
internal sealed record LoanAnswer(bool IsAllowed, DateOnly? DueOn, IReadOnlyList<LoanReason> Reasons, IReadOnlyList<RuleConsidered> Rules)
{
    public static LoanAnswer Of(LoanExplanation explained) => new(
        explained.Decision.Refusals.Count == 0,
        explained.Decision.DueOn,
        [.. explained.Decision.Refusals.Select(r => new LoanReason(r.Code, r.CanOverride, r.Vietnamese, r.English))],
        [.. explained.Ranked.Select(r => new RuleConsidered(r.Level, r.PatronCategory is not null, r.ItemType is not null, r.LoanLimit, r.LoanDays, r.DueBy))]);
}

/// <summary>A reason against a loan.</summary>
/// <param name="Reason">Why.</param>
/// <param name="CanOverride">Whether somebody with the permission may override it.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record LoanReason(RefusalCode Reason, bool CanOverride, string Vietnamese, string English);

/// <summary>A rule that covers a case.</summary>
/// <param name="Level">Who set it.</param>
/// <param name="IsForCategory">Whether it is for this patron category only.</param>
/// <param name="IsForItemType">Whether it is for this item type only.</param>
/// <param name="LoanLimit">How many such items a patron may have.</param>
/// <param name="LoanDays">Length of a loan in days, where days are counted.</param>
/// <param name="DueBy">How the last day is found.</param>
internal sealed record RuleConsidered(RuleLevel Level, bool IsForCategory, bool IsForItemType, int LoanLimit, int LoanDays, DueRule DueBy);
