using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Platform.Storage;

/// <summary>Recognises the refusal of a unique index, whichever database said it.</summary>
public static class UniqueViolation
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerUniqueConstraint = 2627;

    /// <summary>Whether the save failed on a unique index or key over these columns of this table (SQLite names columns, SQL Server the index).</summary>
    /// <param name="fault">What the save threw.</param>
    /// <param name="index">Name of the index in the model.</param>
    /// <param name="columns">Its columns as <c>Table.Column</c>.</param>
    public static bool IsOn(DbUpdateException fault, string index, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.InnerException switch
        {
            SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey } sqlite =>
                columns.All(column => sqlite.Message.Contains(column, StringComparison.Ordinal)),
            SqlException { Number: SqlServerUniqueIndex or SqlServerUniqueConstraint } server =>
                server.Message.Contains(index, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }
}
