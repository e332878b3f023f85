using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Model;
using SQLitePCL;

namespace Platform.Storage.Sqlite;

/// <summary>
/// The prepared statement that inserts rows of one entity, made from the model: a new column is in it without a change here.
/// Speaks to SQLite itself, as binding through the provider costs more than the insert. Used on a context whose connection stays open,
/// within its transaction.
/// </summary>
internal sealed class RowInsert<T> : IDisposable
    where T : class
{
    private readonly LibraryDb _db;
    private readonly Column[] _columns;
    private readonly string _sql;
    private readonly bool _makesKey;
    private sqlite3? _connection;
    private sqlite3_stmt? _statement;

    public RowInsert(LibraryDb db)
    {
        _db = db;
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");
        var generatedKey = entity.GetProperties().FirstOrDefault(p => p.IsPrimaryKey() && p.ValueGenerated is ValueGenerated.OnAdd);
        _makesKey = generatedKey is not null;
        _columns = [.. entity.GetProperties().Where(p => p != generatedKey).Select(Column.Of)];
        var names = string.Join(", ", _columns.Select(c => $"\"{c.Name}\""));
        _sql = $"INSERT INTO \"{entity.GetTableName()}\" ({names}) VALUES ({string.Join(", ", _columns.Select(_ => "?"))})";
    }

    /// <summary>Inserts a row and gives its key, if the database makes it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">The value of its key column, for a row whose key is another row's.</param>
    /// <exception cref="SqliteException">A constraint refuses the row.</exception>
    public long Insert(T row, long? key = null)
    {
        var statement = _statement ??= Prepare();
        for (var i = 0; i < _columns.Length; i++)
            Check(Bind(statement, i + 1, _columns[i].IsKey && key is not null ? key : _columns[i].Value(row)));
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        Check(result is raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        return _makesKey ? raw.sqlite3_last_insert_rowid(_connection) : 0;
    }

    public void Dispose() => _statement?.Dispose();

    private sqlite3_stmt Prepare()
    {
        _connection = ((SqliteConnection)_db.Database.GetDbConnection()).Handle;
        Check(raw.sqlite3_prepare_v2(_connection, _sql, out var statement));
        return statement;
    }

    // The forms in which the provider writes the same values: see its documentation on data types.
    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        DateTime instant => raw.sqlite3_bind_text(statement, place, instant.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture)),
        bool truth => raw.sqlite3_bind_int(statement, place, truth ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, place, number),
        IConvertible number => raw.sqlite3_bind_int64(statement, place, number.ToInt64(CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"No column holds a {value.GetType().Name}."),
    };

    private void Check(int result)
    {
        if (result is not raw.SQLITE_OK)
            throw new SqliteException($"{raw.sqlite3_errmsg(_connection).utf8_to_string()}: {_sql}", result, raw.sqlite3_extended_errcode(_connection));
    }

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
