using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Platform.Api.Repository;

/// <summary>
/// <c>/files/e-resources/ID/NUMBER</c>: the address of a file that stands in catalogues (MARC 856) for good. It leads to the file of the
/// version that readers get today, by a short-lived link, once the caller may have it; it takes no turn and opens nothing by itself.
/// </summary>
internal static class PermanentEndpoint
{
    public static void MapPermanent(this WebApplication app) => app.MapGet("/files/e-resources/{id:long}/{number:int}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(long id, int number, HttpResponse response, LibraryDb db, FileLinks links, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "private, no-store";
        if (await EResourceRecords.FilesOf(db, [id]).Skip(Math.Max(number, 1) - 1).FirstOrDefaultAsync(cancellationToken) is not { } file)
            return db.Scope.Actor == Scope.Anonymous.Actor ? SignIn() : Results.NotFound();
        var action = file.Content.Format.IsReadableOnline() ? AccessAction.ReadOnline : AccessAction.Download;
        var link = await links.GiveAsync(file.Id, file.LibraryId, action, cancellationToken);
        return link switch
        {
            { Url: { } url } => Results.Redirect(url),
            { Refusal: AccessRefusal.NotVisible } => Results.NotFound(),
            _ when db.Scope.Actor == Scope.Anonymous.Actor => SignIn(),
            _ => Results.Json(FileProblem.Of(link.Refusal!.Value), statusCode: Status403Forbidden), // no link: a refusal
        };
    }

    // The same for what is there and what is not: a stranger learns nothing from the numbers.
    private static IResult SignIn() =>
        Results.Json(new FileProblem("UNAUTHENTICATED", "Hãy đăng nhập để mở học liệu này.", "Sign in to open this resource."), statusCode: Status401Unauthorized);
}
