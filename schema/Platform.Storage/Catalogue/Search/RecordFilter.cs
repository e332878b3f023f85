using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Platform.Model.Catalogue.Search;

namespace Platform.Storage.Catalogue.Search;

/// <summary>The filter of a search as conditions that do not score.</summary>
internal static class RecordFilter
{
    /// <summary>The query with the filter's conditions.</summary>
    public static Query Apply(Query query, RecordSearchFilter filter, LibraryNames libraries)
    {
        var conditions = Conditions(filter, libraries).ToList();
        if (conditions.Count == 0)
            return query;
        var filtered = new BooleanQuery(disableCoord: true) { { query, Occur.MUST } };
        foreach (var condition in conditions)
            filtered.Add(new ConstantScoreQuery(condition) { Boost = 0 }, Occur.MUST);
        return filtered;
    }

    /// <summary>Records that one of the libraries catalogued or holds.</summary>
    public static Query InLibraries(IEnumerable<long> ids) =>
        AnyTerm(IndexFields.Library, ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<Query> Conditions(RecordSearchFilter filter, LibraryNames libraries)
    {
        if (filter.RecordIds.Count > 0)
            yield return AnyTerm(IndexFields.Id, filter.RecordIds.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        if (filter.LibraryIds.Count > 0)
            yield return InLibraries(filter.LibraryIds);
        if (filter.Levels.Count > 0)
            yield return InLibraries(libraries.AtLevels(filter.Levels));
        if (filter.Kinds.Count > 0)
            yield return AnyTerm(IndexFields.Kind, filter.Kinds.Select(kind => kind.ToString()));
        if (filter.ItemTypes.Count > 0)
            yield return AnyTerm(IndexFields.ItemType, filter.ItemTypes.Select(type => type.ToString()));
        if (filter.Languages.Count > 0)
            yield return AnyTerm(IndexFields.Language, filter.Languages);
        if (filter.Authors.Count > 0)
            yield return AnyTerm(IndexFields.AuthorName, filter.Authors);
        if (filter.Subjects.Count > 0)
            yield return AnyTerm(IndexFields.SubjectHeading, filter.Subjects.Select(NumberKeys.Term));
        if (filter.DdcPrefixes.Count > 0)
            yield return AnyOf(filter.DdcPrefixes.Select(prefix => new PrefixQuery(new Term(IndexFields.Ddc, NumberKeys.DdcNumber(prefix) ?? prefix))));
        if (filter.YearFrom is not null || filter.YearTo is not null)
            yield return NumericRangeQuery.NewInt32Range(IndexFields.Year, 8, filter.YearFrom ?? 1, filter.YearTo ?? int.MaxValue, true, true);
    }

    private static BooleanQuery AnyTerm(string field, IEnumerable<string> values) =>
        AnyOf(values.Select(value => new TermQuery(new Term(field, value))));

    private static BooleanQuery AnyOf(IEnumerable<Query> queries)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var query in queries.Take(BooleanQuery.MaxClauseCount))
            any.Add(query, Occur.SHOULD);
        return any;
    }
}
