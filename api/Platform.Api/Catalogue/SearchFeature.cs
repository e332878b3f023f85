using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;

namespace Platform.Api.Catalogue;

/// <summary>The search of the union catalogue in the API.</summary>
internal static class SearchFeature
{
    public static void AddTo(RootType query, EntityGraphs graphs, ValueKinds kinds, ObjectGraphType pageInfo)
    {
        new SearchRecords(graphs, kinds, pageInfo).AddTo(query);
        Suggest.AddTo(query);
    }
}
