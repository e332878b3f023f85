using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Libraries;
using Platform.Model.Reporting.Delivery;
using Platform.Model.Reporting.Exchange;
using Platform.Reporting.Delivery;

namespace Platform.Reporting.Exchange;

/// <summary>
/// Matches what the portal says of records with what was sent, and answers the deliveries that wait: one with a refused record is rejected with
/// the portal's words, so that the next batch says its records again under greater numbers; one whose records were all accepted is confirmed.
/// </summary>
public sealed class PortalAnswerDesk(LibraryDb db, DeliveryAnswers answers)
{
    private const int MostNamed = 20;

    /// <summary>Enters the portal's answers; entered twice, the second time changes nothing.</summary>
    /// <param name="library">The library that sent.</param>
    /// <param name="said">What the portal says.</param>
    /// <param name="dryRun">Whether only to say what would be done.</param>
    /// <param name="cancellationToken">Stops between two deliveries.</param>
    public async Task<PortalImport> EnterAsync(Library library, IReadOnlyList<PortalAnswer> said, bool dryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        var sent = await db.ExchangeRecords.AsNoTracking().Where(r => r.LibraryId == library.Id).ToListAsync(cancellationToken);
        var known = sent.ToLookup(r => r.RecordId, StringComparer.Ordinal);
        var lines = said.Select(answer => Match(answer, known[answer.RecordId])).ToList();
        var deliveries = new List<PortalDelivery>();
        foreach (var batch in lines.Where(l => l.Record is not null && l.Match is PortalMatch.Accepted or PortalMatch.Refused).GroupBy(l => l.Record!.Edition).OrderBy(b => b.Key)) // filtered
        {
            var waiting = await db.Deliveries.AsNoTracking()
                .Where(d => d.LibraryId == library.Id && d.DefinitionCode == ExchangeDesk.Records && d.Edition == batch.Key && (d.State == DeliveryState.Sent || d.State == DeliveryState.Dead))
                .OrderBy(d => d.Id)
                .ToListAsync(cancellationToken);
            var verdict = VerdictOf([.. batch], sent.Count(r => r.Edition == batch.Key));
            foreach (var delivery in verdict is null ? [] : waiting)
                if (dryRun || await AnswerAsync(delivery.Id, verdict!, cancellationToken)) // there is a verdict, else nothing waits
                    deliveries.Add(new PortalDelivery(delivery.Key, verdict!.IsAccepted));
        }
        return new PortalImport([.. lines.Select(l => new PortalLine(l.Answer, l.Match))], deliveries);
    }

    private async Task<bool> AnswerAsync(long delivery, Verdict verdict, CancellationToken cancellationToken) =>
        (verdict.IsAccepted
            ? await answers.ConfirmAsync(delivery, verdict.Words, cancellationToken)
            : await answers.RejectAsync(delivery, verdict.Words, cancellationToken)).Refusal is null;

    private static Matched Match(PortalAnswer answer, IEnumerable<ExchangeRecord> records)
    {
        if (answer is { Number: null } or { IsAccepted: null })
            return new Matched(answer, null, PortalMatch.Unreadable);
        var candidates = records.ToList();
        if (candidates.Find(r => r.Number == answer.Number) is { } record)
            return new Matched(answer, record, answer.IsAccepted is true ? PortalMatch.Accepted : PortalMatch.Refused);
        return new Matched(answer, null, candidates.Exists(r => r.Number > answer.Number) ? PortalMatch.Superseded : PortalMatch.NeverSent);
    }

    // One record that is refused rejects its batch; a batch is confirmed when the portal named all of it.
    private static Verdict? VerdictOf(IReadOnlyList<Matched> batch, int records)
    {
        var refused = batch.Where(l => l.Match is PortalMatch.Refused).ToList();
        if (refused.Count > 0)
            return new Verdict(false, Cut($"{refused.Count} bản ghi bị từ chối: {string.Join("; ", refused.Take(MostNamed).Select(l => $"{l.Answer.RecordId}: {l.Answer.Words ?? "không ghi lý do"}"))}"));
        return batch.Select(l => l.Record!.Id).Distinct().Count() < records ? null // matched lines have a record
            : new Verdict(true, Cut(batch.Select(l => l.Answer.Words).FirstOrDefault(w => w is not null) ?? $"Cổng nhận {records} bản ghi"));
    }

    private static string Cut(string text) => text.Length <= DeliveryTables.MessageLength ? text : text[..DeliveryTables.MessageLength];

    private sealed record Matched(PortalAnswer Answer, ExchangeRecord? Record, PortalMatch Match);

    private sealed record Verdict(bool IsAccepted, string Words);
}

/// <summary>What came of the portal's answers.</summary>
/// <param name="Lines">Every line with what it was matched to.</param>
/// <param name="Deliveries">The deliveries that were answered by them.</param>
public sealed record PortalImport(IReadOnlyList<PortalLine> Lines, IReadOnlyList<PortalDelivery> Deliveries);

/// <summary>A line of the portal's answers.</summary>
/// <param name="Answer">What the portal says.</param>
/// <param name="Match">What it was matched to.</param>
public sealed record PortalLine(PortalAnswer Answer, PortalMatch Match);

/// <summary>A delivery that the portal's answers settled.</summary>
/// <param name="Key">Its natural key.</param>
/// <param name="IsAccepted">Whether it was accepted.</param>
public sealed record PortalDelivery(string Key, bool IsAccepted);

/// <summary>What a line of the portal's answers is about.</summary>
public enum PortalMatch : byte
{
    /// <summary>The record as it was sent last, accepted.</summary>
    Accepted = 1,

    /// <summary>The record as it was sent last, refused.</summary>
    Refused = 2,

    /// <summary>A number below the last one sent: a later record of the object is on its way.</summary>
    Superseded = 3,

    /// <summary>The library never sent this record, or not yet under this number.</summary>
    NeverSent = 4,

    /// <summary>The number or the words of the result cannot be read.</summary>
    Unreadable = 5,
}
