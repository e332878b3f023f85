using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Model;
using Platform.Storage.Sqlite;

namespace Platform.Api.GraphQL.Reading;

/// <summary>A compiled read: SQL text that EF wrote once, the parameters it wants and how its columns are read. It is run with new values.</summary>
internal sealed class ReadPlan(
    string sql,
    IReadOnlyList<PlanParameter> parameters,
    IReadOnlyList<ScopeParameter> scopeParameters,
    IReadOnlyList<Func<DbDataReader, int, object?>> cells,
    RelationalTypeMapping text)
{
    /// <summary>Reads all rows, each as the values of the plan's columns in order.</summary>
    public async Task<List<object?[]>> ReadAsync(LibraryDb db, IReadOnlyList<object?> values, CancellationToken cancellationToken)
    {
        var (command, arguments) = CommandFor(db, values);
        var execution = new RelationalCommandParameterObject(
            db.GetService<IRelationalConnection>(), arguments, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.LinqQuery);
        try
        {
            using var interruption = SqliteInterruption.Of(db.Database.GetDbConnection(), cancellationToken);
            await using var reader = await command.ExecuteReaderAsync(execution, cancellationToken);
            var rows = new List<object?[]>();
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(RowOf(reader.DbDataReader));
            return rows;
        }
        catch (DbException) when (cancellationToken.IsCancellationRequested)
        {
            // Both databases say in their own words that they were stopped.
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private object?[] RowOf(DbDataReader reader)
    {
        var row = new object?[cells.Count];
        for (var i = 0; i < row.Length; i++)
            row[i] = cells[i](reader, i);
        return row;
    }

    // EF's command is made anew for each run, because one keeps its reader; it gives logs, interceptors and the open connection.
    private (IRelationalCommand Command, Dictionary<string, object?> Arguments) CommandFor(LibraryDb db, IReadOnlyList<object?> values)
    {
        var builder = db.GetService<IRelationalCommandBuilderFactory>().Create().Append(sql);
        var arguments = new Dictionary<string, object?>(parameters.Count + scopeParameters.Count);
        for (var i = 0; i < parameters.Count; i++)
            Add(parameters[i], values[i]);
        foreach (var scope in scopeParameters)
            Add(scope.Parameter, scope.ValueFor(db));
        return (builder.Build(), arguments);

        void Add(PlanParameter parameter, object? value)
        {
            builder.AddParameter(parameter.Name, parameter.Name, parameter.IsList ? text : parameter.Mapping, nullable: true);
            arguments[parameter.Name] = parameter.Stored(value);
        }
    }
}
