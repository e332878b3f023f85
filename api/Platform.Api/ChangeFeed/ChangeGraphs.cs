using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;

namespace Platform.Api.ChangeFeed;

/// <summary>Subscriptions over the change feed, and the feed itself for clients that were away.</summary>
internal sealed class ChangeGraphs(EntityGraphs graphs, ValueKinds kinds)
{
    private static readonly string AfterDescription = "Begin after the change of this sequence; from now on when nothing is said. Give the last sequence you have seen to go on after a broken connection.";

    /// <summary>A subscription to the changes of one type.</summary>
    public FieldType Subscription<TEntity>(string name, string description, string row, Permission permission)
        where TEntity : class
    {
        var type = graphs.TypeOf(typeof(TEntity));
        var change = new RecordGraph<RowChange>(kinds, $"{type.Name}Change").With(c => c.Sequence).With(c => c.Kind).With(c => c.At)
            .With(GraphKind.Of<IdGraphType>().Required(), "id", "Global id of the row, also of one that is gone.", c => GlobalId.Of(type.Name, c.Key));
        change.AddField(graphs.RowField(type, row, "The row as it is when this is answered; null when it is gone or not the caller's to see.", source => ((RowChange)source).Key));
        var field = GraphKind.Of(change).Required().Field(name, description);
        field.Arguments = new QueryArguments(kinds.Of(typeof(long)).Argument("after", AfterDescription));
        field.Resolver = new FuncFieldResolver<object>(context => context.Source);
        field.StreamResolver = new SourceStreamResolver<RowChange>(context => Follow(context, type));
        return field.Requires(permission);
    }

    /// <summary><c>changes</c>: the feed as a list.</summary>
    public FieldType List()
    {
        var entry = new RecordGraph<RowChange>(kinds, "Change").With(c => c.Sequence).With(c => c.Kind).With(c => c.At).With(c => c.Type)
            .With(GraphKind.Of<IdGraphType>().Required(), "id", "Global id of the row: read it by node(id).", c => GlobalId.Of(c.Type, c.Key));
        var list = new RecordGraph<ChangeList>(kinds).With(GraphKind.Of(entry).Required().List().Required(), c => c.Changes).With(c => c.LastSequence).With(c => c.HasMore);
        var field = GraphKind.Of(list).Required().Field("changes", "What changed since a sequence, oldest first, for clients that keep a copy: ask again with lastSequence until hasMore is false.");
        field.Arguments = new QueryArguments(
            kinds.Of(typeof(long)).Required().Argument("after", "The last sequence the client has; 0 for the beginning."),
            GraphKind.Of<IntGraphType>().Argument("first", "How many feed entries to look at, at most 500; those that the caller may not see are left out. 100 when nothing is said."));
        field.Resolver = new FuncFieldResolver<object>(async context => await ChangeList.ReadAsync(
            context.RequestServices!, graphs, context.GetArgument<long>("after"), context.GetArgument<int?>("first") ?? 100, context.CancellationToken)); // the runner always gives services
        return field.Requires(Permission.ReadCatalogue);
    }

    private AsyncSource<RowChange> Follow(IResolveFieldContext context, EntityType type)
    {
        var services = context.RequestServices!; // the runner always gives services
        var (tail, scope) = (services.GetRequiredService<FeedTail>(), services.GetRequiredService<Scope>());
        var after = context.GetArgument<long?>("after");
        return new AsyncSource<RowChange>(cancellationToken => tail.FollowAsync(after, cancellationToken)
            .Where(entry => entry.Entity == type.Name && RowChange.IsSeenBy(scope, graphs, entry))
            .Select(RowChange.Of));
    }
}
