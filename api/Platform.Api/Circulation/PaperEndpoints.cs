using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Reading;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Reporting.Papers;
using Platform.Reporting.Rendering;
using Platform.Storage.Patrons;

namespace Platform.Api.Circulation;

/// <summary>
/// <c>/files/papers?id=…&amp;format=pdf</c>: minutes of a stock-taking, a weeding or a transfer; <c>/files/cards?classId=…&amp;code=both</c>: the cards of a class to
/// be printed, with a bar code unless <c>qr</c> or <c>both</c> is asked for. For whoever may read the rows.
/// </summary>
internal static class PaperEndpoints
{
    private const string Papers = "/files/papers";

    /// <summary>Where the minutes of a row are.</summary>
    public static string UrlOf(string type, long key) => $"{Papers}?id={GlobalId.Of(type, key)}";

    public static void MapPapers(this WebApplication app)
    {
        app.MapGet(Papers, PaperAsync);
        app.MapGet("/files/cards", CardsAsync);
    }

    private static async Task<IResult> PaperAsync(string id, string? format, HttpResponse response, LibraryDb db, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<ReportFormat>(format ?? nameof(ReportFormat.Pdf), ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted) || !GlobalId.TryRead(id, out var type, out var key))
            return Results.NotFound();
        var paper = type switch
        {
            nameof(StockTaking) => await InventoryPapers.StockTakingAsync(db, key, cancellationToken),
            nameof(Weeding) => await InventoryPapers.WeedingAsync(db, key, cancellationToken),
            nameof(ItemTransfer) => await TransferPapers.TransferAsync(db, key, cancellationToken),
            _ => null,
        };
        if (paper is null)
            return Results.NotFound();
        var file = ReportFiles.Write(paper, wanted);
        response.Headers.CacheControl = "private, no-store";
        return Results.File(file.Bytes, file.MediaType, file.Name);
    }

    private static async Task<IResult> CardsAsync(string classId, string? code, HttpResponse response, LibraryDb db, LookLog looks, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<CardCode>(code ?? nameof(CardCode.Barcode), ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted) || !GlobalId.TryRead(classId, out var type, out var key) || type != nameof(SchoolClass))
            return Results.NotFound();
        var schoolClass = await db.Classes.Where(c => c.Id == key).Select(c => new { c.Name, c.StartYear, c.LibraryId, School = c.Library.Name }).FirstOrDefaultAsync(cancellationToken);
        if (schoolClass is null || !db.Scope.May(Permission.ReadPatrons, schoolClass.LibraryId))
            return Results.NotFound();
        var pupils = await db.ClassMemberships.Where(m => m.ClassId == key && m.UntilOn == null && m.Patron.LeftOn == null)
            .OrderBy(m => m.Patron.NameKey).ThenBy(m => m.PatronId)
            .Select(m => new { m.PatronId, m.Patron.CardNumber, m.Patron.FullName }).ToListAsync(cancellationToken);
        if (pupils.Count == 0)
            return Results.NotFound();
        await looks.NoteAsync(pupils.Select(p => p.PatronId), LookKind.Card, cancellationToken);
        var cards = pupils.ConvertAll(p => new ReaderCard(p.CardNumber, p.FullName, $"Lớp {schoolClass.Name}"));
        response.Headers.CacheControl = "private, no-store";
        return Results.File(ReaderCardPdf.Render(schoolClass.School, SchoolYear.Usual(schoolClass.StartYear).Name, cards, wanted), "application/pdf", $"the-ban-doc-{schoolClass.Name}.pdf");
    }
}
