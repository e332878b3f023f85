using GraphQL.Types;
using Platform.Api.Access;
using Platform.Api.Bulk;
using Platform.Api.Catalogue;
using Platform.Api.Catalogue.Editing;
using Platform.Api.ChangeFeed;
using Platform.Api.ChangeFeed.Webhooks;
using Platform.Api.Circulation;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Costs;
using Platform.Api.GraphQL.Mutations;
using Platform.Api.GraphQL.Trusted;
using Platform.Api.GraphQL.Types;
using Platform.Api.Libraries;
using Platform.Api.Notices;
using Platform.Api.Patrons;
using Platform.Api.Reporting;
using Platform.Api.Repository;
using Platform.Api.Sharing;
using Platform.Api.Telemetry;

namespace Platform.Api;

/// <summary>The whole schema: each feature adds its types and its fields here, and nowhere else.</summary>
internal sealed class PlatformSchema : Schema
{
    public PlatformSchema(IServiceProvider services)
        : base(services)
    {
        var kinds = new ValueKinds();
        CirculationFeature.Describe(kinds);
        SharingFeature.Describe(kinds);
        PatronsFeature.Describe(kinds);
        var pageInfo = ConnectionGraphs.PageInfo();
        var marc = new MarcGraphs(kinds);
        var reports = new ReportGraphs(kinds, pageInfo);
        var graphs = new EntityGraphs(
            [
                .. CatalogueFeature.Entities(kinds, marc), .. LibrariesFeature.Entities, .. RepositoryFeature.Entities(marc, kinds, services.GetRequiredService<EResourceRecords>()), .. SharingFeature.Entities,
                .. PatronsFeature.Entities, .. CirculationFeature.Entities, .. NoticesFeature.Entities, .. ReportingFeature.Entities(reports), .. AccessFeature.Entities,
                .. WebhookFeature.Entities, .. BulkFeature.Entities,
                .. TrustedDocumentsFeature.Entities,
            ],
            kinds,
            pageInfo);
        Entities = graphs;
        var mutations = new MutationGraphs(graphs, kinds);
        var query = new RootType("Query", "What can be read.", graphs, mutations);
        var mutation = new RootType("Mutation", "What can be done. Each answers a payload; what the rules refuse stands in its errors.", graphs, mutations);
        var subscription = new RootType("Subscription", "What can be listened to, over WebSocket or server-sent events.", graphs, mutations);
        CatalogueFeature.AddTo(query, mutation, mutations, marc, kinds);
        SearchFeature.AddTo(query, graphs, kinds, pageInfo);
        LibrariesFeature.AddTo(query, mutation);
        RepositoryFeature.AddTo(query, mutation);
        SharingFeature.AddTo(query, mutation, kinds);
        PatronsFeature.AddTo(query, mutation);
        CirculationFeature.AddTo(query, mutation, kinds);
        NoticesFeature.AddTo(query, mutation);
        ReportingFeature.AddTo(query, mutation, kinds);
        AccessFeature.AddTo(query, mutation, kinds);
        ChangeFeedFeature.AddTo(query, subscription, graphs, kinds);
        WebhookFeature.AddTo(query, mutation);
        BulkFeature.AddTo(query, mutation);
        TrustedDocumentsFeature.AddTo(query, mutation);
        NodeField.AddTo(query, graphs);
        CostOf.AddTo(query, kinds);
        Query = query;
        Mutation = mutation;
        Subscription = subscription;
        Features.DeprecationOfInputValues = true;
        Description = "The library platform: one catalogue, circulation, sharing and reports for groups of school libraries.";
        RegisterType(mutations.Error);
        foreach (var type in graphs.Objects)
            RegisterType(type);
        FieldCost.Register(this);
        RegisterVisitor(new CostsAreDeclared());
        RegisterVisitor(new RootFieldsAreMeasured());
        RegisterVisitor(new PermissionsAreDeclared());
    }

    /// <summary>The entities that are published.</summary>
    public EntityGraphs Entities { get; }
}
