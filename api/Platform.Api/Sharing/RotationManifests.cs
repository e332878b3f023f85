using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing.Rotation;

namespace Platform.Api.Sharing;

/// <summary>What one library hands to another in a rotation, as a document.</summary>
/// <param name="OwnerCode">Code of the library that sends.</param>
/// <param name="ReceiverCode">Code of the library that receives.</param>
/// <param name="Items">How many items.</param>
/// <param name="Url">Where the PDF with its barcodes is, for whoever may read the moves; relative to this server.</param>
internal sealed record ManifestOffer(string OwnerCode, string ReceiverCode, int Items, string Url);

/// <summary><c>rotationManifests</c>: the documents that go with the items of a plan.</summary>
internal static class RotationManifests
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var offer = new RecordGraph<ManifestOffer>(kinds, "RotationManifest").With(m => m.OwnerCode).With(m => m.ReceiverCode).With(m => m.Items).With(m => m.Url);
        var field = GraphKind.Of(offer).Required().List().Required().Field(
            "rotationManifests", "The hand-over documents of a plan, one for each pair of libraries of which the caller sees the items.");
        field.Arguments = new QueryArguments(GraphKind.Of<IdGraphType>().Required().Argument("planId", "Global id of the plan."));
        field.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(context));
        query.AddField(field.Requires(Permission.ReadReports));
    }

    private static async Task<IReadOnlyList<ManifestOffer>> ReadAsync(IResolveFieldContext context)
    {
        if (!GlobalId.TryRead(context.GetArgument<string>("planId"), out var type, out var planId) || type != nameof(RotationPlan))
            return [];
        var db = context.RequestServices!.GetRequiredService<LibraryDb>(); // the runner always gives services
        var pairs = await db.RotationMoves.AsNoTracking()
            .Where(m => m.PlanId == planId && m.State != MoveState.Cancelled)
            .GroupBy(m => new { Owner = m.Owner.Code, Receiver = m.Receiver.Code })
            .Select(g => new { g.Key.Owner, g.Key.Receiver, Items = g.Count() })
            .OrderBy(p => p.Owner).ThenBy(p => p.Receiver)
            .ToListAsync(context.CancellationToken);
        return [.. pairs.Select(p => new ManifestOffer(p.Owner, p.Receiver, p.Items, ManifestEndpoint.UrlOf(planId, p.Owner, p.Receiver)))];
    }
}
