using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Platform.Storage;
using Platform.Storage.Sqlite;

namespace Platform.Cli.Storage;

/// <summary><c>platform db migrate | status | backup FILE | restore FILE</c>.</summary>
internal static class DatabaseCommands
{
    public static Command Create() => new("db", "Migrates, describes, backs up and restores the database.")
    {
        Migrate(),
        Status(),
        Backup(),
        Restore(),
    };

    private static Command Migrate()
    {
        var command = new Command("migrate", "Brings the database to the schema of this version; creates it where there is none.");
        command.SetAction((_, cancellationToken) => CommandHost.RunAsync(MigrateAsync, cancellationToken));
        return command;
    }

    private static Command Status()
    {
        var command = new Command("status", "Lists the migrations that the database lacks; exit code 1 when there are any.");
        command.SetAction((_, cancellationToken) => CommandHost.RunAsync(StatusAsync, cancellationToken));
        return command;
    }

    private static Command Backup()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file to write; it must not exist." };
        var command = new Command("backup", "Writes a consistent copy of the SQLite database, also while the server runs.") { file };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => AnswerAsync(services.GetRequiredService<SqliteBackup>().SaveAsync(arguments.GetRequiredValue(file).FullName, token), "Saved."),
            cancellationToken));
        return command;
    }

    private static Command Restore()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A backup made by 'db backup'." };
        var command = new Command("restore", "Checks a backup and puts it in the place of the database; the server must be stopped.") { file };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => AnswerAsync(services.GetRequiredService<SqliteBackup>().RestoreAsync(arguments.GetRequiredValue(file).FullName, token), "Restored."),
            cancellationToken));
        return command;
    }

    private static async Task<int> MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var lifecycle = services.GetRequiredService<DatabaseLifecycle>();
        var pending = await lifecycle.PendingAsync(cancellationToken);
        await lifecycle.MigrateAsync(cancellationToken);
        Console.WriteLine(pending.Count == 0 ? "Nothing to do." : $"Applied {pending.Count}: {string.Join(", ", pending)}");
        return CommandHost.Done;
    }

    private static async Task<int> StatusAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var pending = await services.GetRequiredService<DatabaseLifecycle>().PendingAsync(cancellationToken);
        foreach (var migration in pending)
            Console.WriteLine(migration);
        if (pending.Count == 0)
            Console.WriteLine("The database is up to date.");
        return pending.Count == 0 ? CommandHost.Done : CommandHost.Partial;
    }

    private static async Task<int> AnswerAsync(Task<string?> operation, string done)
    {
        if (await operation is { } fault)
            return await CommandHost.FailAsync(fault);
        Console.WriteLine(done);
        return CommandHost.Done;
    }
}
