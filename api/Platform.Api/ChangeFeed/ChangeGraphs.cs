using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Costs;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.ChangeFeed;
using Platform.Model.Reporting;

namespace Platform.Api.ChangeFeed;

/// <summary>What a subscription tells of a committed change: the change of a row, or null when it is not for this listener.</summary>
internal delegate ValueTask<RowChange?> Telling(IResolveFieldContext context, Scope scope, ChangeFeedEntry entry);

/// <summary>Subscriptions over the change feed, and the feed itself for clients that were away.</summary>
internal sealed class ChangeGraphs(EntityGraphs graphs, ValueKinds kinds)
{
    private const string AfterDescription = "Begin after the change of this sequence; from now on when nothing is said. Give the last sequence you have seen to go on after a broken connection.";

    /// <summary>A subscription to the changes of one type.</summary>
    public FieldType Subscription<TEntity>(string name, string description, string row, Permission permission)
        where TEntity : class
    {
        var type = graphs.TypeOf(typeof(TEntity));
        var field = Field(type, $"{type.Name}Change", name, description, row, (_, scope, entry) =>
            new(entry.Entity == type.Name && RowChange.IsSeenBy(scope, graphs, entry) ? RowChange.Of(entry) : null));
        return field.Requires(permission);
    }

    /// <summary><c>itemAvailabilityChanged</c>: copies that went out, came back, are kept for somebody or changed their state.</summary>
    public FieldType Availability()
    {
        var field = Field(
            graphs.TypeOf(typeof(Item)), "ItemAvailabilityChange", "itemAvailabilityChanged",
            "A copy was lent, came back, is kept for a reader, or changed its state: read item.availability.", "item", TellOfCopyAsync);
        field.Arguments!.Add(GraphKind.Of<IdGraphType>().Argument("recordId", "Only copies of this publication.")); // made above
        field.Arguments.Add(GraphKind.Of<IdGraphType>().Argument("libraryId", "Only copies of this library."));
        return field.Requires(Permission.ReadCatalogue);
    }

    /// <summary><c>reportSubmitted</c>: reports that were sent to the managing body.</summary>
    public FieldType Submitted() => Field(
        graphs.TypeOf(typeof(ReportRun)), "ReportSubmission", "reportSubmitted", "A report of the caller's libraries was sent to the managing body.", "reportRun", TellOfReportAsync)
        .Requires(Permission.ReadReports);

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
        new FieldCost { Weight = 2, AssumedSize = 100, SlicingArguments = ["first"], SizedFields = ["changes"] }.DeclareOn(field, usualWeight: 1);
        return field.Requires(Permission.ReadCatalogue).IsFor(Purpose.Sync);
    }

    private FieldType Field(EntityType type, string changeName, string name, string description, string row, Telling tell)
    {
        var change = new RecordGraph<RowChange>(kinds, changeName).With(c => c.Sequence).With(c => c.Kind).With(c => c.At)
            .With(GraphKind.Of<IdGraphType>().Required(), "id", "Global id of the row, also of one that is gone.", c => GlobalId.Of(type.Name, c.Key));
        change.AddField(graphs.RowField(type, row, "The row as it is when this is answered; null when it is gone or not the caller's to see.", source => ((RowChange)source).Key));
        var field = GraphKind.Of(change).Required().Field(name, description);
        field.Arguments = new QueryArguments(kinds.Of(typeof(long)).Argument("after", AfterDescription));
        field.Resolver = new FuncFieldResolver<object>(context => context.Source);
        field.StreamResolver = new SourceStreamResolver<RowChange>(context => Follow(context, tell));
        return field;
    }

    private static AsyncSource<RowChange> Follow(IResolveFieldContext context, Telling tell)
    {
        var services = context.RequestServices!; // the runner always gives services
        var (listener, scope) = (services.GetRequiredService<FeedListener>(), services.GetRequiredService<Scope>());
        var after = context.GetArgument<long?>("after");
        return new AsyncSource<RowChange>(cancellationToken => listener.FollowAsync(after, cancellationToken)
            .Select((ChangeFeedEntry entry, CancellationToken _) => tell(context, scope, entry))
            .OfType<RowChange>());
    }

    private static async ValueTask<RowChange?> TellOfCopyAsync(IResolveFieldContext context, Scope scope, ChangeFeedEntry entry)
    {
        if (await SubjectsOf(context).CopyOfAsync(entry) is not { } copy || !Is("recordId", nameof(BibliographicRecord), copy.RecordId) || !Is("libraryId", nameof(Model.Libraries.Library), copy.LibraryId))
            return null;
        return new RowChange(entry.Sequence, ChangeKind.Updated, entry.At, nameof(Item), copy.ItemId);

        bool Is(string argument, string type, long key) => context.GetArgument<string?>(argument) is not { } id || id == GlobalId.Of(type, key);
    }

    private static async ValueTask<RowChange?> TellOfReportAsync(IResolveFieldContext context, Scope scope, ChangeFeedEntry entry) =>
        await SubjectsOf(context).SubmittedRunOfAsync(entry) is { } run && scope.May(Permission.ReadReports, run.LibraryId)
            ? new RowChange(entry.Sequence, ChangeKind.Updated, entry.At, nameof(ReportRun), run.Id)
            : null;

    private static FeedSubjects SubjectsOf(IResolveFieldContext context) => context.RequestServices!.GetRequiredService<FeedSubjects>(); // as above
}
