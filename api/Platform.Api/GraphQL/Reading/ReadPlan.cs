using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Model;

namespace Platform.Api.GraphQL.Reading;

/// <summary>A compiled read: SQL text that EF wrote once, the parameters it wants and the columns it gives. It is run by ADO with new values.</summary>
internal sealed class ReadPlan(
    string sql,
    IReadOnlyList<PlanParameter> parameters,
    IReadOnlyList<ScopeParameter> scopeParameters,
    IReadOnlyList<Func<DbDataReader, int, object?>> cells,
    RelationalTypeMapping text)
{
    public string Sql { get; } = sql;

    /// <summary>Reads all rows, each as the values of the plan's columns in order.</summary>
    public async Task<List<object?[]>> ReadAsync(LibraryDb db, IReadOnlyList<object?> values, ReadMeter meter, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = CommandFor(db, values);
            meter.Statement();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<object?[]>();
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(RowOf(reader));
            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private object?[] RowOf(DbDataReader reader)
    {
        var row = new object?[cells.Count];
        for (var i = 0; i < row.Length; i++)
            row[i] = cells[i](reader, i);
        return row;
    }

    private DbCommand CommandFor(LibraryDb db, IReadOnlyList<object?> values)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < parameters.Count; i++)
            command.Parameters.Add(parameters[i].On(command, values[i], text));
        foreach (var parameter in scopeParameters)
            command.Parameters.Add(parameter.On(command, db, text));
        return command;
    }
}
