using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Reporting;

namespace Platform.Api.ChangeFeed;

/// <summary>The change feed in the API.</summary>
internal static class ChangeFeedFeature
{
    public static void AddTo(RootType query, RootType subscription, EntityGraphs graphs, ValueKinds kinds)
    {
        var changes = new ChangeGraphs(graphs, kinds);
        query.AddField(changes.List());
        subscription.AddField(changes.Subscription<BibliographicRecord>("recordChanged", "A record was catalogued, changed or deleted.", "record", Permission.ReadCatalogue));
        subscription.AddField(changes.Subscription<Item>("itemChanged", "A copy was registered, moved, withdrawn, or its status changed.", "item", Permission.ReadCatalogue));
        subscription.AddField(changes.Subscription<ReportRun>("reportClosed", "A report of the caller's libraries was closed or corrected.", "reportRun", Permission.ReadReports));
        subscription.AddField(changes.Availability());
        subscription.AddField(changes.Submitted());
    }

    public static IServiceCollection AddChangeFeed(this IServiceCollection services) =>
        services.AddSingleton<FeedTail>().AddSingleton<FeedSubjects>().AddScoped<FeedListener>().AddHostedService(provider => provider.GetRequiredService<FeedTail>());
}
