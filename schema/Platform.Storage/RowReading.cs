using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;

namespace Platform.Storage;

/// <summary>Reads great numbers of rows as the database gives them: a million rows cost a third of what their objects would.</summary>
public static class RowReading
{
    /// <summary>Runs a query and hands over each row; columns stand in the order of the query's selection.</summary>
    /// <param name="db">The database.</param>
    /// <param name="query">What to read, of this database.</param>
    /// <param name="read">Reads one row; it must not keep the reader.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task ReadRowsAsync(this LibraryDb db, IQueryable query, Action<DbDataReader> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = query.CreateDbCommand();
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                read(rows);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

/// <summary>Reads the days of a column. SQLite keeps them as text; rows of one day mostly follow each other, so a text is seldom parsed.</summary>
public sealed class DayColumn(int ordinal)
{
    private readonly char[] _text = new char["yyyy-MM-dd".Length];
    private DateOnly _day;

    /// <summary>The day of a row; the column must not be null.</summary>
    public DateOnly Of(DbDataReader row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.GetFieldType(ordinal) != typeof(string))
            return row.GetFieldValue<DateOnly>(ordinal);
        var text = row.GetString(ordinal);
        if (text.AsSpan().SequenceEqual(_text))
            return _day;
        _day = DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        text.CopyTo(_text);
        return _day;
    }
}
