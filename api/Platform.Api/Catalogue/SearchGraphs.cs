using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Search;

namespace Platform.Api.Catalogue;

/// <summary>The types of a search's answer.</summary>
internal sealed class SearchGraphs
{
    public SearchGraphs(EntityGraphs graphs, ValueKinds kinds, ObjectGraphType pageInfo)
    {
        var node = graphs.ObjectOf(graphs.TypeOf(typeof(BibliographicRecord)));
        Edge = EdgeOf(kinds, node);
        Connection = ConnectionOf(kinds, node, Edge, pageInfo);
    }

    public ObjectGraphType Edge { get; }

    public ObjectGraphType Connection { get; }

    private static ObjectGraphType EdgeOf(ValueKinds kinds, IGraphType node)
    {
        var span = new RecordGraph<TextSpan>(kinds).With(s => s.Start).With(s => s.Length);
        var highlight = new RecordGraph<RecordHighlight>(kinds).With(h => h.Field).With(h => h.Text).With(GraphKind.Of(span).Required().List().Required(), h => h.Spans);
        var edge = new ObjectGraphType { Name = "RecordSearchEdge", Description = "A hit of a search." };
        Add(edge, GraphKind.Of<StringGraphType>().Required().Field("cursor", "The place of the hit, for after."), (e, _) => e.Page.Hits[e.Index].Cursor);
        Add(edge, GraphKind.Of<IntGraphType>().Required().Field("score", "How well the record matches; comparable within one search only, 0 when another order was asked for."), (e, _) => e.Page.Hits[e.Index].Score);
        Add(edge, GraphKind.Of(node).Required().Field("node", "The record."), (e, context) => e.Page.Node(e.ListKey, context.ResponseKey(), e.Index));
        AddAsync<RecordHitEdge>(
            edge,
            GraphKind.Of(highlight).Required().List().Required().Field("highlights", "The texts of the record in which words of the search stand, and where."),
            async (e, cancellationToken) => await e.Page.HighlightsAsync(e.Index, cancellationToken));
        return edge;

        static void Add(ObjectGraphType type, FieldType field, Func<RecordHitEdge, global::GraphQL.IResolveFieldContext, object?> value)
        {
            field.Resolver = new FuncFieldResolver<object>(context => value((RecordHitEdge)context.Source!, context)); // the edge's own source
            type.AddField(field.IsStructure());
        }
    }

    private static ObjectGraphType ConnectionOf(ValueKinds kinds, IGraphType node, IGraphType edge, IGraphType pageInfo)
    {
        var value = new RecordGraph<RecordFacetValue>(kinds).With(v => v.Value).With(v => v.Label).With(v => v.Count);
        var facet = new RecordGraph<RecordFacetCounts>(kinds).With(f => f.Facet).With(GraphKind.Of(value).Required().List().Required(), f => f.Values);
        var connection = new ObjectGraphType { Name = "RecordSearchConnection", Description = "A page of a search's hits." };
        Add(connection, GraphKind.Of(edge).Required().List().Required().Field("edges", "The hits of the page, each with its cursor."), (hits, context) =>
            Enumerable.Range(0, hits.Hits.Count).Select(i => new RecordHitEdge(hits, context.ResponseKey(), i)));
        Add(connection, GraphKind.Of(node).Required().List().Required().Field("nodes", "The records of the page."), (hits, context) => hits.Nodes(context.ResponseKey()));
        Add(connection, GraphKind.Of(pageInfo).Required().Field("pageInfo", "Where the page stands."), (hits, _) => hits);
        Add(connection, GraphKind.Of<IntGraphType>().Required().Field("totalCount", "How many records match in all, exactly."), (hits, _) => hits.Total);
        Add(connection, kinds.Of(typeof(SearchLeniency)).Required().Field("leniency", "How far the text had to be stretched to match."), (hits, _) => hits.Leniency);
        AddAsync<RecordHits>(
            connection,
            GraphKind.Of(facet).Required().List().Required().Field("facets", "The facets that were asked for, counted over all hits."),
            async (hits, cancellationToken) => await hits.FacetsAsync(cancellationToken));
        return connection;

        static void Add(ObjectGraphType type, FieldType field, Func<RecordHits, global::GraphQL.IResolveFieldContext, object?> value)
        {
            field.Resolver = new FuncFieldResolver<object>(context => value((RecordHits)context.Source!, context)); // the connection's own source
            type.AddField(field.IsStructure());
        }
    }

    private static void AddAsync<TSource>(ObjectGraphType type, FieldType field, Func<TSource, CancellationToken, Task<object>> value)
    {
        field.Resolver = new FuncFieldResolver<object>(async context => await value((TSource)context.Source!, context.CancellationToken)); // the type's own source
        type.AddField(field.IsStructure());
    }
}
