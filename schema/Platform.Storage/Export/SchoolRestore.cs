using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage.Repository;

namespace Platform.Storage.Export;

/// <summary>Puts a school's archive into an empty installation, keys and all, and checks afterwards that every table and file has the hash it had.</summary>
/// <param name="databases">Opens the database.</param>
/// <param name="store">The stored files.</param>
public sealed class SchoolRestore(LibraryDbFactory databases, FileStore store)
{
    /// <summary>Restores the archive, all or nothing.</summary>
    /// <param name="archive">The archive; it can be read at any place.</param>
    /// <param name="cancellationToken">Ends the work; nothing is restored then.</param>
    /// <returns>What is wrong; null when everything is there and has its hash.</returns>
    public async Task<string?> RestoreAsync(Stream archive, CancellationToken cancellationToken)
    {
        await using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        if (await ManifestAsync(zip, cancellationToken) is not { } manifest)
            return "This is no archive of a school.";
        await using var db = databases.For(Scope.System);
        if (await FaultAsync(db, manifest, cancellationToken) is { } fault)
            return fault;
        foreach (var sha in manifest.Files)
            if (!await TakeFileAsync(zip, sha, cancellationToken))
                return $"The file {sha} is missing or damaged.";
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // A row may point to a later one of its own table: on SQLite all pointers are checked at the end.
        if (db.Database.IsSqlite())
            await RunAsync(db, transaction, "PRAGMA defer_foreign_keys = ON", cancellationToken);
        var order = SchoolTables.InOrder(db.Model);
        foreach (var entity in order.Reverse().Where(e => manifest.Tables.Any(t => t.Name == e.ClrType.Name)))
            // An empty installation has default settings: the archive brings its own.
            await RunAsync(db, transaction, $"DELETE FROM {Quoted(db, entity.GetTableName()!)}", cancellationToken); // tables of the model
        foreach (var entity in order)
            await FillAsync(db, zip, entity, transaction, cancellationToken);
        var library = await db.Libraries.AsNoTracking().SingleAsync(l => l.Code == manifest.Library, cancellationToken);
        var restored = await SchoolExport.ManifestAsync(db, library, cancellationToken);
        if (restored.Tables.Except(manifest.Tables).ToList() is { Count: > 0 } differing)
            return $"Not restored: {string.Join(", ", differing.Select(t => t.Name))} came out other than in the archive.";
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static async Task<SchoolManifest?> ManifestAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(SchoolManifest.Entry) is not { } entry)
            return null;
        await using var stream = await entry.OpenAsync(cancellationToken);
        try
        {
            return await JsonSerializer.DeserializeAsync<SchoolManifest>(stream, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<string?> FaultAsync(LibraryDb db, SchoolManifest manifest, CancellationToken cancellationToken)
    {
        if (manifest.Format != SchoolManifest.CurrentFormat)
            return $"The archive has form {manifest.Format}; this version reads form {SchoolManifest.CurrentFormat}.";
        var migration = SchoolExport.NameOf((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault() ?? "_");
        if (migration != manifest.Migration)
            return $"The archive was made by version '{manifest.Migration}' of the database, this one is '{migration}'.";
        return await db.Libraries.AnyAsync(cancellationToken) ? "The installation is not empty: it has libraries." : null;
    }

    private async Task<bool> TakeFileAsync(ZipArchive zip, string sha, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(SchoolManifest.EntryOfFile(sha)) is not { } entry)
            return false;
        var path = Path.Combine(store.Folder, $"restore-{sha}");
        await using (var target = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None))
        await using (var source = await entry.OpenAsync(cancellationToken))
        {
            await source.CopyToAsync(target, cancellationToken);
            target.Flush(flushToDisk: true);
        }
        if (await FileStore.HashAsync(path, cancellationToken) != sha)
        {
            File.Delete(path);
            return false;
        }
        await store.AdoptAsync(path, sha, cancellationToken);
        return true;
    }

    private static async Task RunAsync(LibraryDb db, IDbContextTransaction transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.Transaction, command.CommandText) = (transaction.GetDbTransaction(), sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task FillAsync(LibraryDb db, ZipArchive zip, IEntityType entity, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(SchoolManifest.EntryOf(entity.ClrType.Name)) is not { } entry)
            return;
        var row = new ArchivedRow(entity);
        var setsKeys = !db.Database.IsSqlite() && entity.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd }]; // the tables have keys
        if (setsKeys)
            await RunAsync(db, transaction, $"SET IDENTITY_INSERT {Quoted(db, entity.GetTableName()!)} ON", cancellationToken); // as above
        await using var command = Insert(db, entity, row, transaction);
        using var lines = new StreamReader(await entry.OpenAsync(cancellationToken));
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            command.Parameters.Clear();
            foreach (var (property, value) in row.Read(line))
                command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, $"@{property.Name}", value, property.IsNullable));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        if (setsKeys)
            await RunAsync(db, transaction, $"SET IDENTITY_INSERT {Quoted(db, entity.GetTableName()!)} OFF", cancellationToken); // as above
    }

    private static DbCommand Insert(LibraryDb db, IEntityType entity, ArchivedRow row, IDbContextTransaction transaction)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        var columns = string.Join(", ", row.Properties.Select(p => Quoted(db, p.GetColumnName())));
        command.CommandText = $"INSERT INTO {Quoted(db, entity.GetTableName()!)} ({columns}) VALUES ({string.Join(", ", row.Properties.Select(p => $"@{p.Name}"))})"; // a table of the model
        return command;
    }

    private static string Quoted(LibraryDb db, string name) => db.GetService<ISqlGenerationHelper>().DelimitIdentifier(name);
}
