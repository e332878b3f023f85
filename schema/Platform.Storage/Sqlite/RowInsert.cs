using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Model;

namespace Platform.Storage.Sqlite;

/// <summary>
/// The prepared statement that inserts rows of one entity, made from the model: a new column is in it without a change here.
/// Used on a context whose connection stays open; the running transaction is the context's.
/// </summary>
internal sealed class RowInsert<T>
    where T : class
{
    private readonly LibraryDb _db;
    private readonly Column[] _columns;
    private readonly string _sql;
    private readonly IProperty? _generatedKey;
    private SqliteCommand? _command;

    public RowInsert(LibraryDb db)
    {
        _db = db;
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");
        _generatedKey = entity.GetProperties().FirstOrDefault(p => p.IsPrimaryKey() && p.ValueGenerated is ValueGenerated.OnAdd);
        _columns = [.. entity.GetProperties().Where(p => p != _generatedKey).Select(Column.Of)];
        var names = string.Join(", ", _columns.Select(c => $"\"{c.Name}\""));
        var places = string.Join(", ", _columns.Select((_, i) => Place(i)));
        _sql = $"INSERT INTO \"{entity.GetTableName()}\" ({names}) VALUES ({places})";
    }

    /// <summary>Inserts a row and gives its key, if the database makes it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">The value of its key column, for a row whose key is another row's.</param>
    public long Insert(T row, long? key = null)
    {
        var command = _command ??= Prepare();
        command.Transaction = (SqliteTransaction?)_db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < _columns.Length; i++)
            command.Parameters[i].Value = (_columns[i].IsKey && key is not null ? key : _columns[i].Value(row)) ?? DBNull.Value;
        command.ExecuteNonQuery();
        return _generatedKey is null ? 0 : SQLitePCL.raw.sqlite3_last_insert_rowid(command.Connection!.Handle); // Prepare gave it one
    }

    private SqliteCommand Prepare()
    {
        var command = ((SqliteConnection)_db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = _sql;
        for (var i = 0; i < _columns.Length; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = Place(i) });
        return command;
    }

    private static string Place(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");

    private sealed record Column(string Name, bool IsKey, Func<object, object?> Value)
    {
        public static Column Of(IProperty property)
        {
            var (get, convert) = (property.GetGetter(), property.GetTypeMapping().Converter?.ConvertToProvider);
            return new Column(
                property.GetColumnName(),
                property.IsPrimaryKey(),
                convert is null ? get.GetClrValueUsingContainingEntity : row => convert(get.GetClrValueUsingContainingEntity(row)));
        }
    }
}
