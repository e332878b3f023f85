using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Model;

namespace Platform.Storage;

/// <summary>Recognises the refusal of a unique index, whichever database said it.</summary>
public static class UniqueViolation
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerUniqueConstraint = 2627;

    /// <summary>Whether the save failed on this unique index. SQLite names the columns in its message, SQL Server the index.</summary>
    /// <param name="fault">What the save threw.</param>
    /// <param name="db">The context that saved.</param>
    /// <param name="index">Name of the index in the database.</param>
    /// <exception cref="ArgumentException">The model has no index of that name.</exception>
    public static bool IsOn(DbUpdateException fault, LibraryDb db, string index)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.InnerException is DbException refused && IsOn(refused, db, index);
    }

    /// <summary>Whether a statement that was run directly failed on this unique index.</summary>
    /// <param name="fault">What the database said.</param>
    /// <param name="db">The context that ran it.</param>
    /// <param name="index">Name of the index in the database.</param>
    /// <exception cref="ArgumentException">The model has no index of that name.</exception>
    public static bool IsOn(DbException fault, LibraryDb db, string index)
    {
        ArgumentNullException.ThrowIfNull(db);
        return fault switch
        {
            SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique } sqlite =>
                sqlite.Message.Contains($"'UNIQUE constraint failed: {Columns(db, index)}'", StringComparison.Ordinal),
            SqlException { Number: SqlServerUniqueIndex or SqlServerUniqueConstraint } server =>
                server.Message.Contains(index, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static string Columns(LibraryDb db, string name)
    {
        var index = db.Model.GetEntityTypes().SelectMany(entity => entity.GetIndexes()).FirstOrDefault(i => i.GetDatabaseName() == name)
            ?? throw new ArgumentException($"The model has no index '{name}'.", nameof(name));
        var table = index.DeclaringEntityType.GetTableName();
        return string.Join(", ", index.Properties.Select((IReadOnlyProperty property) => $"{table}.{property.GetColumnName()}"));
    }
}
