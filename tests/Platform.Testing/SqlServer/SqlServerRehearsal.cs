using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage;
using Platform.Storage.SqlServer;

namespace Platform.Testing.SqlServer;

/// <summary>
/// Plays code against SQL Server's provider without a server: every command is recorded and none is sent. Queries find no rows, or
/// one of invented values; saves get invented keys. <see cref="Errors"/> holds what the server's own grammar says of the recorded commands.
/// </summary>
public sealed class SqlServerRehearsal : IDbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    private readonly List<string> _commands = [];

    /// <summary>Whether a query finds one row of invented values, so that what is read for its rows is played too.</summary>
    public bool FindsRows { get; init; }

    /// <summary>The recorded commands, in order.</summary>
    public IReadOnlyList<string> Commands => _commands;

    /// <summary>Syntax errors of the recorded commands, each with its command; empty when all are sound T-SQL.</summary>
    public IReadOnlyList<string> Errors => [.. _commands.SelectMany(command => TSql.Errors(command).Select(error => $"{error}\n{command}"))];

    /// <summary>A context whose commands are recorded.</summary>
    public LibraryDb Open(Scope? scope = null)
    {
        var options = new DbContextOptionsBuilder<SqlServerLibraryDb>();
        options.UseSqlServerLibrary("Server=.;Database=Library").AddInterceptors(this);
        return new SqlServerLibraryDb(options.Options, scope ?? Scope.System, TimeProvider.System);
    }

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult.Suppress());

    public InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(InterceptionResult.Suppress());

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
        InterceptionResult<DbTransaction>.SuppressWithResult(new RehearsedTransaction(connection));

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult<DbTransaction>.SuppressWithResult(new RehearsedTransaction(connection)));

    public InterceptionResult CreatingSavepoint(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> CreatingSavepointAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult.Suppress());

    public InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        InterceptionResult<DbDataReader>.SuppressWithResult(Record(command, eventData));

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult<DbDataReader>.SuppressWithResult(Record(command, eventData)));

    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Record(command, eventData);
        return InterceptionResult<int>.SuppressWithResult(1);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(NonQueryExecuting(command, eventData, result));

    private RehearsedReader Record(DbCommand command, CommandEventData eventData)
    {
        _commands.Add(command.CommandText);
        return eventData.CommandSource is CommandSource.SaveChanges
            ? new RehearsedReader(command.CommandText, int.MaxValue)
            : new RehearsedReader(null, FindsRows ? 1 : 0);
    }
}
