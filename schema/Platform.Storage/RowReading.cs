using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using SQLitePCL;

namespace Platform.Storage;

/// <summary>Reads great numbers of rows as the database gives them: a million rows cost a third of what their objects would.</summary>
public static class RowReading
{
    private const int RowsBetweenLooks = 4096;

    /// <summary>Runs a query and takes its rows one after the other.</summary>
    /// <param name="db">The database; the taking must not use it.</param>
    /// <param name="query">What to read, of this database.</param>
    /// <param name="take">Takes the row that stands in the reader; it must not keep the reader.</param>
    /// <param name="cancellationToken">Stops the reading, within some thousand rows.</param>
    public static async Task ReadRowsAsync(this LibraryDb db, IQueryable query, Action<DbDataReader> take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(take);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = query.CreateDbCommand();
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            var read = 0;
            // Rows are at hand: to wait for each would cost more than to read it.
            while (rows.Read())
            {
                take(rows);
                if (++read % RowsBetweenLooks is 0)
                    cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

/// <summary>Reads the days of a column. SQLite keeps them as text; rows of one day mostly follow each other, so a text is seldom made and parsed.</summary>
public sealed class DayColumn(int ordinal)
{
    private readonly byte[] _text = new byte["yyyy-MM-dd".Length];
    private DateOnly _day;

    /// <summary>The day of a row; the column must not be null.</summary>
    public DateOnly Of(DbDataReader row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row is not SqliteDataReader { Handle: { } statement })
            return row.GetFieldValue<DateOnly>(ordinal);
        var text = raw.sqlite3_column_blob(statement, ordinal);
        if (text.SequenceEqual(_text))
            return _day;
        _day = DateOnly.ParseExact(Encoding.ASCII.GetString(text), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        text.CopyTo(_text);
        return _day;
    }
}
