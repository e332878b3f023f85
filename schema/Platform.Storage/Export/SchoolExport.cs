using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Storage.Export;

/// <summary>
/// Takes everything of one school out of the platform into one archive: library, catalogue with MARC, items, patrons, loans, reports, e-resources
/// with their files, accounts, and the audit; of others only what these point to, and nothing about people.
/// </summary>
/// <param name="databases">Opens the database.</param>
/// <param name="store">The stored files.</param>
public sealed class SchoolExport(LibraryDbFactory databases, FileStore store)
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    /// <summary>Writes the archive of a school.</summary>
    /// <param name="libraryCode">Code of the school.</param>
    /// <param name="archive">Where it is written.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What it holds; null when there is no such school.</returns>
    public async Task<SchoolManifest?> WriteAsync(string libraryCode, Stream archive, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        await using var reading = await db.BeginConsistentReadAsync(cancellationToken);
        if (await db.Libraries.AsNoTracking().FirstOrDefaultAsync(l => l.Code == libraryCode, cancellationToken) is not { } library)
            return null;
        await using var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true);
        var manifest = await WriteAsync(db, library, name => zip.CreateEntry(name, CompressionLevel.Fastest).Open(), cancellationToken);
        foreach (var sha in manifest.Files)
        {
            await using var target = await zip.CreateEntry(SchoolManifest.EntryOfFile(sha), CompressionLevel.NoCompression).OpenAsync(cancellationToken);
            await using var source = await store.OpenAsync(sha, cancellationToken);
            await source.CopyToAsync(target, cancellationToken);
        }
        await using var last = await zip.CreateEntry(SchoolManifest.Entry).OpenAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(last, manifest, cancellationToken: cancellationToken);
        return manifest;
    }

    /// <summary>Counts and hashes what an archive of the school would hold, without writing it.</summary>
    internal static Task<SchoolManifest> ManifestAsync(LibraryDb db, Library library, CancellationToken cancellationToken) =>
        WriteAsync(db, library, _ => Stream.Null, cancellationToken);

    private static async Task<SchoolManifest> WriteAsync(LibraryDb db, Library library, Func<string, Stream> open, CancellationToken cancellationToken)
    {
        var rows = new SchoolRows(db, library.Id);
        var tables = new List<ArchivedTable>();
        await rows.CollectContextAsync(cancellationToken);
        foreach (var entity in SchoolTables.InOrder(db.Model))
        {
            await using var entry = open(SchoolManifest.EntryOf(entity.ClrType.Name));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var count = 0L;
            await foreach (var line in rows.LinesAsync(entity, cancellationToken))
            {
                await entry.WriteAsync(line, cancellationToken);
                await entry.WriteAsync(LineEnd, cancellationToken);
                hash.AppendData(line);
                count++;
            }
            tables.Add(new ArchivedTable(entity.ClrType.Name, count, Convert.ToHexStringLower(hash.GetHashAndReset())));
        }
        var contents = rows.Written(typeof(FileContent));
        var files = await db.Set<FileContent>().AsNoTracking().Where(c => db.EResourceFiles.Any(f => f.ContentId == c.Id && f.LibraryId == library.Id) || db.SemesterLists.Any(l => l.ScanId == c.Id && l.LibraryId == library.Id)).OrderBy(c => c.Sha256).ToListAsync(cancellationToken);
        var migration = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Last();
        return new SchoolManifest(SchoolManifest.CurrentFormat, NameOf(migration), library.Code, tables, [.. files.Where(f => contents.Contains(f.Id)).Select(f => f.Sha256)]);
    }

    // The time before the name differs between the databases: the name is the same.
    internal static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
