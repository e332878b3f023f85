using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;
using Platform.Model.Sharing.Rotation;
using Platform.Reporting.Manifests;

namespace Platform.Api.Sharing;

/// <summary><c>/files/rotation/…</c>: the hand-over document of a rotation as PDF, for whoever may read the items on it.</summary>
internal static class ManifestEndpoint
{
    private const string Path = "/files/rotation/";

    public static string UrlOf(long planId, string ownerCode, string receiverCode) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}{planId}/{Uri.EscapeDataString(ownerCode)}/{Uri.EscapeDataString(receiverCode)}");

    public static void MapManifests(this WebApplication app) => app.MapGet(Path + "{planId:long}/{owner}/{receiver}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(long planId, string owner, string receiver, LibraryDb db, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.ReadReports))
            return Results.Json(new Repository.FileProblem("FORBIDDEN", "Không có quyền.", "Not permitted."), statusCode: StatusCodes.Status403Forbidden);
        var lines = await LinesAsync(db, planId, owner, receiver, cancellationToken);
        var head = await db.RotationPlans.AsNoTracking().Where(p => p.Id == planId).Select(p => new { p.Semester, Group = p.Group.Name }).SingleOrDefaultAsync(cancellationToken);
        if (head is null || lines.Count == 0)
            return Results.NotFound();
        var libraries = await db.Libraries.AsNoTracking().Where(l => l.Code == owner || l.Code == receiver).ToDictionaryAsync(l => l.Code, l => l.Name, cancellationToken);
        var manifest = new Manifest(head.Group, head.Semester, libraries[owner], libraries[receiver], lines);
        var name = string.Create(CultureInfo.InvariantCulture, $"luan-chuyen-{head.Semester}-{owner}-{receiver}.pdf");
        return Results.File(ManifestPdf.Render(manifest), "application/pdf", name);
    }

    private static async Task<IReadOnlyList<ManifestLine>> LinesAsync(LibraryDb db, long planId, string owner, string receiver, CancellationToken cancellationToken)
    {
        var moves = await db.RotationMoves.AsNoTracking()
            .Where(m => m.PlanId == planId && m.Owner.Code == owner && m.Receiver.Code == receiver && m.State != MoveState.Cancelled)
            .OrderBy(m => m.Item.RegistrationNumber)
            .Select(m => new { m.Item.RegistrationNumber, m.Item.CallNumber, m.Item.Record.Title, m.Item.Price })
            .ToListAsync(cancellationToken);
        return [.. moves.Select(m => new ManifestLine(ItemBarcode.Of(owner, m.RegistrationNumber), m.RegistrationNumber, m.Title, m.CallNumber, m.Price))];
    }
}
