using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Search;

namespace Platform.Storage.Repository.Search;

/// <summary>Finds e-resources by the words of their descriptions and of their files.</summary>
public sealed class EResourceSearch(EResourceIndex index, TimeProvider clock)
{
    // Words of the title say more than those of a long text.
    private static readonly (string Field, float Weight)[] Fields =
        [(EResourceDocument.Title, 16), (EResourceDocument.Author, 8), (EResourceDocument.Subject, 4), (EResourceDocument.Text, 1), (EResourceDocument.StaffText, 1)];

    /// <summary>The keys of the best resources that have every word, with marks or without, best first; a quoted phrase must stand in one of their texts.</summary>
    /// <param name="db">The database as the caller sees it: what it may find.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<long>> FindAsync(LibraryDb db, string text, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var clauses = SearchText.Parse(text).Clauses;
        if (clauses.All(clause => clause.IsExcluded))
            return [];
        var query = new BooleanQuery(disableCoord: true);
        var fields = Fields.Where(field => field.Field != EResourceDocument.StaffText || db.Scope.May(Permission.EditRepository)).ToList();
        foreach (var clause in clauses)
            query.Add(Anywhere(clause, fields), clause.IsExcluded ? Occur.MUST_NOT : Occur.MUST);
        var reach = await EResourceReach.QueryAsync(db, clock.Today(), cancellationToken);
        var found = index.Search(searcher => Best(searcher, query, reach, most), []);
        // The index may be a moment behind: what the caller sees is decided by the database.
        var seen = (await db.EResources.Where(r => found.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellationToken)).ToHashSet();
        return [.. found.Where(seen.Contains)];
    }

    private static IReadOnlyList<long> Best(IndexSearcher searcher, Query query, Query? reach, int most)
    {
        var filter = reach is null ? null : new QueryWrapperFilter(reach);
        return [.. searcher.Search(query, filter, most).ScoreDocs.Select(hit => long.Parse(searcher.Doc(hit.Doc).Get(EResourceDocument.Id, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))];
    }

    private static DisjunctionMaxQuery Anywhere(SearchClause clause, List<(string Field, float Weight)> fields)
    {
        var any = new DisjunctionMaxQuery(0.1f);
        foreach (var (field, weight) in fields)
        {
            var here = InField(clause, field);
            here.Boost = weight;
            any.Add(here);
        }
        return any;
    }

    private static Query InField(SearchClause clause, string field)
    {
        if (clause.Words is [var word])
            return new TermQuery(new Term(field, word.Folded));
        var phrase = new PhraseQuery();
        foreach (var part in clause.Words)
            phrase.Add(new Term(field, part.Folded));
        return phrase;
    }
}
