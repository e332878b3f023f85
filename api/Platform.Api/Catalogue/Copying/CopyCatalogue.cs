using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Catalogue.Interchange;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Catalogue.Search;
using Platform.Storage.Catalogue.Copying;

namespace Platform.Api.Catalogue.Copying;

/// <summary><c>copyCatalogue</c>: who has described this book already; the union catalogue first, then the configured servers.</summary>
internal sealed class CopyCatalogue(LibraryDb db, IRecordSearch search, CopySearch others)
{
    private const int DefaultRecords = 10;
    private const int MostRecords = 20;
    private const int LongestText = 200;

    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var candidate = new RecordGraph<CopyCandidate>(kinds).With(GraphKind.Of<IdGraphType>(), c => c.RecordId).With(c => c.Title).With(c => c.Author).With(c => c.Edition)
            .With(c => c.Publisher).With(c => c.PublicationYear).With(c => c.Isbn).With(c => c.MarcXml);
        var source = new RecordGraph<CopySource>(kinds).With(s => s.Code).With(s => s.Name).With(s => s.State).With(s => s.Message).With(s => s.TotalCount)
            .With(GraphKind.Of(candidate).Required().List().Required(), s => s.Records);
        var field = GraphKind.Of(source).Required().List().Required().Field(
            "copyCatalogue",
            "Ready-made records of a publication: first of the union catalogue, to which copies are simply added, then of each configured SRU server, asked at once and each within its time. Blank text finds nothing.");
        field.Arguments = new QueryArguments(
            GraphKind.Of<StringGraphType>().Required().Argument("search", $"An ISBN, or words of title and author; at most {LongestText} characters count."),
            GraphKind.Of<IntGraphType>().Argument("first", $"At most so many records of each source, 1 to {MostRecords}; {DefaultRecords} when nothing is said."));
        field.Resolver = new FuncFieldResolver<object>(async context => await context.RequestServices!.GetRequiredService<CopyCatalogue>() // the runner always gives services
            .ReadAsync(context.GetArgument<string>("search"), Math.Clamp(context.GetArgument<int?>("first") ?? DefaultRecords, 1, MostRecords), context.CancellationToken));
        query.AddField(field.Requires(Permission.EditCatalogue));
    }

    private async Task<IReadOnlyList<CopySource>> ReadAsync(string text, int most, CancellationToken cancellationToken)
    {
        text = text.Length <= LongestText ? text : text[..LongestText];
        if (!SearchWord.In(text).Any())
            return [];
        var asking = others.FindAsync(text, most, cancellationToken);
        var own = await OwnAsync(text, most, cancellationToken);
        return [own, .. (await asking).Select(CopySource.Of)];
    }

    private async Task<CopySource> OwnAsync(string text, int most, CancellationToken cancellationToken)
    {
        var page = await search.SearchAsync(new RecordSearchRequest { Text = text, First = most }, cancellationToken);
        var ids = page.Hits.Select(hit => hit.RecordId).ToList();
        var records = await db.Records.AsNoTracking().Include(r => r.Content).Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        return new CopySource(null, "Mục lục liên hợp", CopyState.Answered, null, page.Total, [.. records.OrderBy(r => ids.IndexOf(r.Id)).Select(CopyCandidate.Of).OfType<CopyCandidate>()]);
    }
}

/// <summary>A catalogue that was asked.</summary>
/// <param name="Code">Its code, for takeRecord; null for the union catalogue itself.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">How asking went.</param>
/// <param name="Message">What it said against the question; null when nothing.</param>
/// <param name="TotalCount">How many records it has for it.</param>
/// <param name="Records">The first of them.</param>
internal sealed record CopySource(string? Code, string Name, CopyState State, string? Message, int TotalCount, IReadOnlyList<CopyCandidate> Records)
{
    public static CopySource Of(CopyAnswer answer) =>
        new(answer.Target.Code, answer.Target.Name, answer.State, answer.Diagnostic, answer.Total, [.. answer.Records.Select(CopyCandidate.Of)]);
}

/// <summary>A record found.</summary>
/// <param name="RecordId">Global id of the record, for those of the union catalogue; null for others.</param>
/// <param name="Title">Title proper.</param>
/// <param name="Author">Main author.</param>
/// <param name="Edition">Edition statement.</param>
/// <param name="Publisher">Publisher.</param>
/// <param name="PublicationYear">Year of publication.</param>
/// <param name="Isbn">First valid ISBN, 13 digits.</param>
/// <param name="MarcXml">The whole record as MARCXML, for takeRecord.</param>
internal sealed record CopyCandidate(string? RecordId, string Title, string? Author, string? Edition, string? Publisher, int? PublicationYear, string? Isbn, string MarcXml)
{
    public static CopyCandidate Of(MarcRecord marc)
    {
        var described = CatalogueMapping.NewRecord(marc, 0, DateTimeOffset.UnixEpoch);
        return Of(described, null, marc);
    }

    public static CopyCandidate? Of(BibliographicRecord record) =>
        RecordXml.MarcOf(record.Content) is { } marc ? Of(record, GlobalId.Of(nameof(BibliographicRecord), record.Id), marc) : null;

    private static CopyCandidate Of(BibliographicRecord record, string? id, MarcRecord marc) =>
        new(id, record.Title, record.Author, record.Edition, record.Publisher, record.PublicationYear, record.Isbn, marc.ToXml());
}
