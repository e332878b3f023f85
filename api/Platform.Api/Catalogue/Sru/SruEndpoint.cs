using Microsoft.Extensions.Options;
using Platform.Api.Catalogue.Interchange;
using Platform.Api.Catalogue.Oai;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Search;
using Platform.Model.Catalogue.Search.Cql;

namespace Platform.Api.Catalogue.Sru;

/// <summary><c>/sru</c>: Search/Retrieve via URL 1.1, 1.2 and 2.0 with CQL, over the same index as every other search of the catalogue.</summary>
internal sealed class SruEndpoint(LibraryDb db, IRecordSearch search, IOptions<OaiOptions> oai)
{
    public const string Path = "/sru";

    // Positions are counted from the best record: who wants more than this asks more narrowly.
    private const int LastPosition = 1_000;

    public static void Map(WebApplication app) =>
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Post], (HttpContext http, SruEndpoint endpoint) => endpoint.AnswerAsync(http));

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        if (!db.Scope.May(Permission.ReadCatalogue))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await SmallForm.GivenAsync(http.Request) is not { } given)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var request = SruRequest.Read(given);
        using var answer = new SruAnswer(request);
        return Results.Stream(await WriteAsync(answer, request, http), "text/xml; charset=utf-8");
    }

    private async Task<MemoryStream> WriteAsync(SruAnswer answer, SruRequest request, HttpContext http)
    {
        var element = request.Operation is "scan" or "searchRetrieve" ? request.Operation + "Response" : "explainResponse";
        if (request.Fault is { } fault)
            return answer.Write(element, () => answer.Fault(fault));
        try
        {
            return request.Operation switch
            {
                "searchRetrieve" => await SearchAsync(answer, request, element, http.RequestAborted),
                "scan" => await ScanAsync(answer, request, element, http.RequestAborted),
                _ => answer.Write(element, () => answer.Explanation(xml => SruExplanation.Write(xml, http.Request, oai.Value.RepositoryName))),
            };
        }
        catch (CqlException unusable)
        {
            return answer.Write(element, () => answer.Fault(new SruDiagnostic(unusable.Diagnostic, unusable.Message)));
        }
    }

    private async Task<MemoryStream> SearchAsync(SruAnswer answer, SruRequest request, string element, CancellationToken cancellationToken)
    {
        var query = CqlParser.Parse(request.Query);
        var last = request.StartRecord - 1L + request.MaximumRecords;
        var page = await search.SearchAsync(
            new RecordSearchRequest { Expression = CqlSearch.Of(query.Root), Order = CqlSearch.OrderOf(query.Sort), First = (int)Math.Min(last, LastPosition) }, cancellationToken);
        if (request.StartRecord > Math.Clamp(page.Total, 1, LastPosition))
            return answer.Write(element, () => answer.Fault(new SruDiagnostic(61, $"{Math.Min(page.Total, LastPosition)}")));
        var ids = page.Hits.Skip(request.StartRecord - 1).Select(hit => hit.RecordId).ToList();
        var records = await LoadAsync(ids, cancellationToken);
        return answer.Write(element, () => answer.Records(page.Total, records));
    }

    private async Task<MemoryStream> ScanAsync(SruAnswer answer, SruRequest request, string element, CancellationToken cancellationToken)
    {
        if (CqlParser.Parse(request.Query).Root is not CqlClause clause)
            throw new CqlException(10, request.Query);
        if (request.ResponsePosition > request.MaximumTerms + 1)
            return answer.Write(element, () => answer.Fault(new SruDiagnostic(120, $"{request.ResponsePosition}")));
        var terms = await search.ScanAsync(CqlSearch.IndexOf(clause.Index).Field, clause.Term, request.ResponsePosition, request.MaximumTerms, cancellationToken);
        return answer.Write(element, () => answer.Terms(terms));
    }

    private async Task<IReadOnlyList<MarcRecord?>> LoadAsync(List<long> ids, CancellationToken cancellationToken)
    {
        var found = await SharedRecords.ReadAsync(db, ids, cancellationToken);
        return [.. ids.Select(id => found.GetValueOrDefault(id))];
    }
}
