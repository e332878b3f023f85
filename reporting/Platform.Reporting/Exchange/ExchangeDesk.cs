using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Libraries;
using Platform.Model.Reporting.Delivery;
using Platform.Model.Reporting.Exchange;
using Platform.Reporting.Delivery;
using Platform.Storage;

namespace Platform.Reporting.Exchange;

/// <summary>
/// Makes batches for the sector database and enters them in the delivery ledger. Numbers are raised and the batch is entered in one
/// transaction: a number is never lost and never used twice.
/// </summary>
public sealed class ExchangeDesk(LibraryDb db, DeliveryLedger ledger, TimeProvider clock)
{
    /// <summary>Definition code of batches of records.</summary>
    public const string Records = "CSDL";

    /// <summary>Definition code of the portal's facilities table.</summary>
    public const string Facilities = "CSVC";

    /// <summary>What would be sent now, as a file; nothing is entered and no number raised.</summary>
    public async Task<OutgoingFile> PreviewAsync(Library library, string period, ExchangeFormat format, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        if (format is ExchangeFormat.Xlsx)
            return await SheetAsync(library, period, cancellationToken);
        var edition = await NextEditionAsync(library, Records, cancellationToken);
        var (_, batch) = await PlanAsync(library, period, cancellationToken);
        return FileOf(batch, format, edition);
    }

    /// <summary>Enters what changed since the last batch, or the portal's table if it differs from the last one.</summary>
    public async Task<ExchangeEntry> EnterAsync(Library library, string period, ExchangeFormat format, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        while (true)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var entry = format is ExchangeFormat.Xlsx
                    ? await EnterSheetAsync(library, period, cancellationToken)
                    : await EnterRecordsAsync(library, period, format, cancellationToken);
                if (entry.Deliveries.Count > 0)
                    await transaction.CommitAsync(cancellationToken);
                return entry;
            }
            catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || UniqueViolation.IsOn(fault, db, ExchangeTables.OneLinePerObject))
            {
                // Another desk raised the same numbers meanwhile: now its batch can be read.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ExchangeEntry> EnterRecordsAsync(Library library, string period, ExchangeFormat format, CancellationToken cancellationToken)
    {
        var edition = await NextEditionAsync(library, Records, cancellationToken);
        var (sent, batch) = await PlanAsync(library, period, cancellationToken);
        if (batch.Records.Count == 0)
            return ExchangeEntry.Nothing;
        var file = FileOf(batch, format, edition);
        if (ExchangeSchemas.FaultsOf(file.MediaType, file.Bytes) is { Count: > 0 } faults)
            return ExchangeEntry.Nothing with { Faults = faults };

        var title = $"Dữ liệu thư viện gửi CSDL ngành, {library.Name}, kỳ {period}";
        var lines = await ledger.EnterAsync(new OutgoingReport(library, Records, ExchangeSchemas.Version, period, edition, title, [file]), cancellationToken);
        if (lines.Count == 0)
            return ExchangeEntry.Nothing;
        foreach (var line in batch.Records)
            Raise(library, sent, line.Step, edition, batch.At);
        await db.SaveChangesAsync(cancellationToken);
        return new ExchangeEntry(lines, batch.Records.Count, []);
    }

    private async Task<ExchangeEntry> EnterSheetAsync(Library library, string period, CancellationToken cancellationToken)
    {
        var file = await SheetAsync(library, period, cancellationToken);
        var title = $"Cơ sở vật chất thư viện, {library.Name}, kỳ {period}";
        var last = await db.Deliveries.Where(d => d.LibraryId == library.Id && d.DefinitionCode == Facilities && d.Period == period)
            .OrderByDescending(d => d.Edition)
            .FirstOrDefaultAsync(cancellationToken);
        var report = new OutgoingReport(library, Facilities, PortalTemplate.Facilities.Version, period, last?.Edition ?? 1, title, [file]);
        if (last is not null && last.ContentHash != report.ContentHash())
            report = report with { Edition = last.Edition + 1 };
        return new ExchangeEntry(await ledger.EnterAsync(report, cancellationToken), 0, []);
    }

    private async Task<OutgoingFile> SheetAsync(Library library, string period, CancellationToken cancellationToken) => new(
        $"{Facilities}-{library.Code}-{period}.xlsx", PortalSheet.MediaType, await PortalSheet.WriteAsync(db, library, period, cancellationToken));

    private async Task<(List<ExchangeRecord> Sent, ExchangeBatch Batch)> PlanAsync(Library library, string period, CancellationToken cancellationToken)
    {
        var sent = await db.ExchangeRecords.Where(r => r.LibraryId == library.Id).ToListAsync(cancellationToken);
        var objects = await ExchangeSource.ReadAsync(db, library, cancellationToken);
        var arrived = await ArrivedAsync(library, cancellationToken);
        var steps = ExchangeNumbering.Plan(sent, [.. objects.Select(one => one.Subject())], record => arrived.Contains(record.Edition));
        var data = objects.ToDictionary(one => (one.Object, one.RecordId));
        var lines = steps.Select(step => new ExchangeLine(step, data.GetValueOrDefault((step.Object, step.RecordId)))).ToList();
        return (sent, new ExchangeBatch(library.Code, period, clock.GetUtcNow(), lines));
    }

    // A batch that still waits is superseded by the next one, which therefore says again what was in it.
    private async Task<HashSet<int>> ArrivedAsync(Library library, CancellationToken cancellationToken)
    {
        var batches = await db.Deliveries.Where(d => d.LibraryId == library.Id && d.DefinitionCode == Records)
            .GroupBy(d => d.Edition)
            .Where(batch => batch.All(d => d.State == DeliveryState.Sending || d.State == DeliveryState.Sent || d.State == DeliveryState.Accepted))
            .Select(batch => batch.Key)
            .ToListAsync(cancellationToken);
        return [.. batches];
    }

    private async Task<int> NextEditionAsync(Library library, string definition, CancellationToken cancellationToken) => 1 + (await db.Deliveries
        .Where(d => d.LibraryId == library.Id && d.DefinitionCode == definition)
        .MaxAsync(d => (int?)d.Edition, cancellationToken) ?? 0);

    private void Raise(Library library, List<ExchangeRecord> sent, ExchangeStep step, int edition, DateTimeOffset at)
    {
        var record = sent.Find(r => r.Object == step.Object && r.RecordId == step.RecordId);
        if (record is null)
        {
            db.ExchangeRecords.Add(new ExchangeRecord
            {
                LibraryId = library.Id,
                Object = step.Object,
                RecordId = step.RecordId,
                Number = step.Number,
                Event = step.Event,
                ContentHash = step.ContentHash,
                ChangedAt = at,
                Edition = edition,
            });
            return;
        }
        (record.Number, record.Event, record.ContentHash, record.ChangedAt, record.Edition) = (step.Number, step.Event, step.ContentHash, at, edition);
    }

    private static OutgoingFile FileOf(ExchangeBatch batch, ExchangeFormat format, int edition)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Records}-{batch.Library}-{batch.Period}-{edition:0000}");
        return format switch
        {
            ExchangeFormat.Json => new OutgoingFile(name + ".json", ExchangeSchemas.JsonMediaType, ExchangeJson.Write(batch)),
            ExchangeFormat.Xml => new OutgoingFile(name + ".xml", ExchangeSchemas.XmlMediaType, ExchangeXml.Write(batch)),
            ExchangeFormat.Xlsx => throw new ArgumentOutOfRangeException(nameof(format), format, "Records have no sheet."),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        };
    }
}

/// <summary>In which shape data goes to the sector database.</summary>
public enum ExchangeFormat
{
    /// <summary>A JSON file with the records that changed.</summary>
    Json = 1,

    /// <summary>An XML file with the records that changed.</summary>
    Xml = 2,

    /// <summary>The portal's import file of the facilities table, which a person uploads.</summary>
    Xlsx = 3,
}

/// <summary>What was entered.</summary>
/// <param name="Deliveries">The lines of the ledger; empty when nothing changed, nobody takes it, or the data cannot be sent.</param>
/// <param name="Records">How many records the batch has.</param>
/// <param name="Faults">Why the data cannot be sent, each with its place; empty when it can.</param>
public sealed record ExchangeEntry(IReadOnlyList<ReportDelivery> Deliveries, int Records, IReadOnlyList<string> Faults)
{
    /// <summary>Nothing was entered.</summary>
    public static ExchangeEntry Nothing { get; } = new([], 0, []);
}
