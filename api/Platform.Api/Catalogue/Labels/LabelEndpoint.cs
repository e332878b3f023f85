using Platform.Model.Access;
using Platform.Reporting.Labels;
using Platform.Storage;
using Platform.Storage.Catalogue;
using Platform.Storage.Repository;

namespace Platform.Api.Catalogue.Labels;

/// <summary><c>/files/labels/…</c>: prints the labels of a link.</summary>
internal static class LabelEndpoint
{
    public const string Path = "/files/labels/";

    public static void Map(WebApplication app) => app.MapGet(Path + "{link}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(string link, HttpContext http, SignedLinks links, LibraryDbFactory databases, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (LabelTicket.Open(link, links, clock.GetUtcNow()) is not { } ticket || LabelSheet.Of(ticket.Sheet) is not { } sheet)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        await using var db = databases.For(Scope.System);
        var items = await LabelledItems.ReadAsync(db, ticket.LibraryId, ticket.From, ticket.To, cancellationToken);
        var pdf = LabelPrint.ToPdf([.. items.Select(i => new Label(i.Library, i.CallNumber, i.RegistrationNumber))], ticket.Kind, sheet, ticket.Skip);
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.File(pdf, "application/pdf", $"labels-{ticket.Sheet}.pdf");
    }
}
