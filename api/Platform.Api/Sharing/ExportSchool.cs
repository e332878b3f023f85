using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Storage;
using Platform.Storage.Export;

namespace Platform.Api.Sharing;

/// <summary>
/// Writes everything of one school into one archive on the server: catalogue with MARC, items, patrons, loans, reports, e-resources with their
/// files, accounts, audit. A school that leaves takes it with it; `platform school restore` puts it into an empty installation.
/// </summary>
[Requires(Permission.Administer)]
[SavesByItself]
internal sealed class ExportSchool(LibraryDb db, SchoolExport export, IOptions<StorageOptions> storage, TimeProvider clock) : IMutation<ExportSchoolInput, ExportSchoolPayload>
{
    public async Task<ExportSchoolPayload> RunAsync(ExportSchoolInput input, CancellationToken cancellationToken)
    {
        if (await db.Libraries.AsNoTracking().FirstOrDefaultAsync(l => l.Id == input.LibraryId.Key, cancellationToken) is not { } library)
            return new ExportSchoolPayload { Errors = [NotFound.At("libraryId")] };
        var folder = Directory.CreateDirectory(ExportEndpoint.FolderOf(storage.Value)).FullName;
        var name = string.Create(CultureInfo.InvariantCulture, $"truong-{library.Id}-{clock.GetUtcNow():yyyyMMdd-HHmmssfff}.zip");
        var unfinished = Path.Combine(folder, name + ".part");
        SchoolManifest? manifest;
        await using (var archive = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            manifest = await export.WriteAsync(library.Code, archive, cancellationToken);
        var path = Path.Combine(folder, name);
        File.Move(unfinished, path);
        await using var written = File.OpenRead(path);
        return new ExportSchoolPayload
        {
            Url = ExportEndpoint.Path + name,
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellationToken)),
            Rows = manifest!.Tables.Sum(t => t.Rows), // the library was found
            Files = manifest.Files.Count,
        };
    }
}

/// <summary>Which school.</summary>
internal sealed record ExportSchoolInput : MutationInput
{
    /// <summary>The school's library.</summary>
    public required Ref<Library> LibraryId { get; init; }
}

/// <summary>The archive.</summary>
internal sealed record ExportSchoolPayload : Payload
{
    /// <summary>Where an administrator downloads it, relative to this server.</summary>
    public string? Url { get; init; }

    /// <summary>SHA-256 of the archive: compare it after the download.</summary>
    public string? Sha256 { get; init; }

    /// <summary>How many rows it holds.</summary>
    public long? Rows { get; init; }

    /// <summary>How many stored files it holds.</summary>
    public int? Files { get; init; }
}

/// <summary><c>/files/exports/…</c>: gives an archive to an administrator.</summary>
internal static class ExportEndpoint
{
    public const string Path = "/files/exports/";

    public static string FolderOf(StorageOptions storage) => System.IO.Path.Combine(storage.DataPath, "exports");

    public static void MapExports(this WebApplication app) => app.MapGet(Path + "{name}", Answer);

    private static IResult Answer(string name, Scope scope, IOptions<StorageOptions> storage)
    {
        if (!scope.May(Permission.Administer))
            return Results.Json(new Repository.FileProblem("FORBIDDEN", "Không có quyền.", "Not permitted."), statusCode: StatusCodes.Status403Forbidden);
        // A name with a folder in it, or an archive that is being written, is none of ours.
        var path = System.IO.Path.Combine(FolderOf(storage.Value), System.IO.Path.GetFileName(name));
        return name.EndsWith(".zip", StringComparison.Ordinal) && File.Exists(path) ? Results.File(path, "application/zip", name, enableRangeProcessing: true) : Results.NotFound();
    }
}
