using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Platform.Storage.Sqlite;

/// <summary>Copies the SQLite database out while it is in use, and back in. On SQL Server its operator's own BACKUP and RESTORE do this.</summary>
public sealed class SqliteBackup(IOptions<StorageOptions> options)
{
    private string Live => Path.Combine(options.Value.DataPath, "library.db");

    /// <summary>Writes a consistent copy of the live database to a new file.</summary>
    /// <returns>What is wrong, or null when the copy is complete.</returns>
    public async Task<string?> SaveAsync(string file, CancellationToken cancellationToken)
    {
        if (NotSqlite() is { } fault)
            return fault;
        if (!File.Exists(Live))
            return $"There is no database at '{Live}'.";
        if (File.Exists(file))
            return $"'{file}' exists already; a backup never overwrites a file.";
        var unfinished = file + ".part";
        File.Delete(unfinished);
        await using (var source = new SqliteConnection($"Data Source={Live};Pooling=False"))
        await using (var target = new SqliteConnection($"Data Source={unfinished};Pooling=False"))
        {
            await source.OpenAsync(cancellationToken);
            await target.OpenAsync(cancellationToken);
            source.BackupDatabase(target);
        }
        File.Move(unfinished, file);
        return null;
    }

    /// <summary>Puts a backup in the place of the live database after checking it whole; the old database is kept beside it as <c>library.db.before-restore</c>.</summary>
    /// <returns>What is wrong, or null when the restored database is in place.</returns>
    public async Task<string?> RestoreAsync(string file, CancellationToken cancellationToken)
    {
        if (NotSqlite() is { } fault)
            return fault;
        if (!File.Exists(file))
            return $"There is no file '{file}'.";
        if (await FaultOfAsync(file, cancellationToken) is { } damage)
            return $"'{file}' is not a sound backup: {damage}";
        if (File.Exists(Live + "-wal") && new FileInfo(Live + "-wal").Length > 0)
            return $"'{Live}' is in use or was not closed cleanly: stop the server first.";
        var unfinished = Live + ".restoring";
        File.Copy(file, unfinished, overwrite: true);
        if (File.Exists(Live))
            File.Move(Live, Live + ".before-restore", overwrite: true);
        File.Move(unfinished, Live);
        return null;
    }

    private static async Task<string?> FaultOfAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT integrity_check FROM pragma_integrity_check UNION ALL SELECT 'no tables' WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'Libraries')";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var answers = new List<string>();
            while (await reader.ReadAsync(cancellationToken))
                answers.Add(reader.GetString(0));
            return answers is ["ok"] ? null : string.Join("; ", answers.Where(answer => answer != "ok").Take(3));
        }
        catch (SqliteException fault)
        {
            return fault.Message;
        }
    }

    private string? NotSqlite() => options.Value.Database is DatabaseProvider.Sqlite
        ? null
        : "The database is on SQL Server: use its own BACKUP DATABASE and RESTORE DATABASE.";
}
