using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Reporting.Submissions;

namespace Platform.Api.Reporting;

/// <summary><c>verifyReport</c>: whether the code on a paper is that of a report that was closed here, and whether it still holds.</summary>
internal static class VerifyReport
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var answer = new RecordGraph<ReportVerification>(kinds)
            .With(v => v.Verdict).With(v => v.Report).With(v => v.School).With(v => v.Period).With(v => v.Snapshot).With(v => v.ClosedAt).With(v => v.State).With(v => v.CurrentHash).With(v => v.Faults);
        var field = GraphKind.Of(answer).Required().Field(
            "verifyReport",
            "Whether the code that is printed on a report (64 hexadecimal digits, also in its QR code) belongs to a report that was closed here, whether the stored report is whole, and whether a correction replaced it. Shows no figures, so everyone may ask.");
        field.Arguments = new QueryArguments(GraphKind.Of<StringGraphType>().Required().Argument("hash", "The code, as it is printed or scanned; blanks do not count."));
        field.Resolver = new FuncFieldResolver<object>(async context => await context.RequestServices!.GetRequiredService<ReportVerifier>() // the runner always gives services
            .VerifyAsync(context.GetArgument<string>("hash"), context.CancellationToken));
        query.AddField(field.Requires(Permission.ReadCatalogue));
    }
}
