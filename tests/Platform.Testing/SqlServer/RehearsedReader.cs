using System.Collections;
using System.Data;
using System.Data.Common;

namespace Platform.Testing.SqlServer;

/// <summary>
/// What a rehearsed command answers: as many rows as wanted to a query; to a save, invented keys for each result set that returns generated values
/// and "one row" for each that counts affected rows.
/// </summary>
internal sealed class RehearsedReader(string? save, int rows) : DbDataReader
{
    private static long _invented = 1000;
    private readonly List<bool> _countsRows =
    [
        .. (save ?? "").Split(';')
            .Where(part => part.Contains("OUTPUT ", StringComparison.Ordinal) || part.Contains("SELECT ", StringComparison.Ordinal))
            .Select(part => part.Contains("OUTPUT 1", StringComparison.Ordinal) || part.Contains("@@ROWCOUNT", StringComparison.Ordinal)),
    ];

    private int _row = -1;
    private int _set;

    public override int FieldCount => 8;

    public override bool HasRows => rows > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => 1;

    public override int Depth => 0;

    public override object this[int ordinal] => 1;

    public override object this[string name] => 1;

    public override bool Read()
    {
        _row++;
        return _row < rows;
    }

    public override bool NextResult()
    {
        _row = -1;
        return ++_set < _countsRows.Count;
    }

    public override T GetFieldValue<T>(int ordinal)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        object value = type == typeof(byte[]) ? BitConverter.GetBytes(Invent())
            : type == typeof(string) ? "x"
            : type == typeof(DateTime) ? DateTime.UnixEpoch
            : type == typeof(bool) ? false
            : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch
            : type == typeof(DateOnly) ? new DateOnly(2026, 10, 5)
            : type == typeof(Guid) ? Guid.Empty
            : Convert.ChangeType(Invent(), type, System.Globalization.CultureInfo.InvariantCulture);
        return (T)value;
    }

    // The last column of a MERGE's output is the position of the row in the batch.
    public override int GetInt32(int ordinal) =>
        ordinal == FieldCount - 1 ? _row : _set < _countsRows.Count && _countsRows[_set] ? 1 : (int)Invent();

    public override long GetInt64(int ordinal) => Invent();

    public override bool IsDBNull(int ordinal) => false;

    public override object GetValue(int ordinal) => 1;

    public override int GetValues(object[] values) => 0;

    public override bool GetBoolean(int ordinal) => false;

    public override byte GetByte(int ordinal) => 1;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override char GetChar(int ordinal) => 'x';

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override string GetDataTypeName(int ordinal) => "int";

    public override DateTime GetDateTime(int ordinal) => DateTime.UnixEpoch;

    public override decimal GetDecimal(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override Type GetFieldType(int ordinal) => typeof(int);

    public override float GetFloat(int ordinal) => 1;

    public override Guid GetGuid(int ordinal) => Guid.Empty;

    public override short GetInt16(int ordinal) => 1;

    public override string GetString(int ordinal) => "x";

    public override string GetName(int ordinal) => $"c{ordinal}";

    public override int GetOrdinal(string name) => 0;

    public override IEnumerator GetEnumerator() => Array.Empty<object>().GetEnumerator();

    // Found rows are all of one key, so that they belong together; saved ones have a key each.
    private long Invent() => save is null ? 1 : Interlocked.Increment(ref _invented);
}

/// <summary>A transaction of a rehearsal: nothing to commit.</summary>
internal sealed class RehearsedTransaction(DbConnection connection) : DbTransaction
{
    public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

    public override bool SupportsSavepoints => true;

    protected override DbConnection DbConnection => connection;

    public override void Commit()
    {
    }

    public override void Rollback()
    {
    }

    public override void Save(string savepointName)
    {
    }

    public override void Release(string savepointName)
    {
    }

    public override void Rollback(string savepointName)
    {
    }
}
