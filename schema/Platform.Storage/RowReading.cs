using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Platform.Model;

namespace Platform.Storage;

/// <summary>Reads great numbers of rows as the database gives them: a million rows cost a third of what their objects would.</summary>
public static class RowReading
{
    private const int BatchSize = 2048;
    private const int BatchesAhead = 4;

    /// <summary>
    /// Runs a query on a thread of its own and takes its rows here, a batch at a time and in order: on two cores reading and counting cost the
    /// longer of the two, not both.
    /// </summary>
    /// <typeparam name="TRow">A row as it is handed over.</typeparam>
    /// <param name="db">The database; the taking must not use it.</param>
    /// <param name="query">What to read, of this database.</param>
    /// <param name="read">Makes a row of what stands in the reader; it must not keep the reader.</param>
    /// <param name="take">Takes the rows.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task ReadBatchesAsync<TRow>(this LibraryDb db, IQueryable query, Func<DbDataReader, TRow> read, Action<ReadOnlySpan<TRow>> take, CancellationToken cancellationToken)
    {
        var batches = Channel.CreateBounded<List<TRow>>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => FillAsync(db, query, read, batches.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
                take(CollectionsMarshal.AsSpan(batch));
        }
        catch
        {
            await stop.CancelAsync();
            await reading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default); // the first fault is thrown on
            throw;
        }
        await reading;
    }

    private static async Task FillAsync<TRow>(LibraryDb db, IQueryable query, Func<DbDataReader, TRow> read, ChannelWriter<List<TRow>> batches, CancellationToken cancellationToken)
    {
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await using var command = query.CreateDbCommand();
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            var batch = new List<TRow>(BatchSize);
            while (await rows.ReadAsync(cancellationToken))
            {
                batch.Add(read(rows));
                if (batch.Count < BatchSize)
                    continue;
                await batches.WriteAsync(batch, cancellationToken);
                batch = new List<TRow>(BatchSize);
            }
            await batches.WriteAsync(batch, cancellationToken);
        }
        finally
        {
            batches.Complete();
            await db.Database.CloseConnectionAsync();
        }
    }
}

/// <summary>Reads the days of a column. SQLite keeps them as text; rows of one day mostly follow each other, so a text is seldom parsed.</summary>
public sealed class DayColumn(int ordinal)
{
    private readonly char[] _text = new char["yyyy-MM-dd".Length];
    private DateOnly _day;
    private bool? _isText;

    /// <summary>The day of a row; the column must not be null.</summary>
    public DateOnly Of(DbDataReader row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!(_isText ??= row.GetFieldType(ordinal) == typeof(string)))
            return row.GetFieldValue<DateOnly>(ordinal);
        var text = row.GetString(ordinal);
        if (text.AsSpan().SequenceEqual(_text))
            return _day;
        _day = DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        text.CopyTo(_text);
        return _day;
    }
}
