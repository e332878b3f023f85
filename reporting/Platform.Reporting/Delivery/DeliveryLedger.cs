using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Reporting.Delivery;
using Platform.Storage;

namespace Platform.Reporting.Delivery;

/// <summary>Enters what is to be delivered. Entering the same report again changes nothing: the database refuses a second line with the same key.</summary>
public sealed class DeliveryLedger(LibraryDb db, TimeProvider clock)
{
    /// <summary>
    /// Enters a report for every recipient of the bodies that manage the library today; a waiting line of an earlier edition is
    /// superseded. All lines are entered, or none.
    /// </summary>
    /// <returns>The lines of this edition, also those that were there before; empty when no body takes the report.</returns>
    public async Task<IReadOnlyList<ReportDelivery>> EnterAsync(OutgoingReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        while (true)
        {
            try
            {
                return await TryEnterAsync(report, cancellationToken);
            }
            catch (DbUpdateException fault) when (IsRace(fault))
            {
                // Another worker entered the same line or the same bytes between reading and saving: now they can be read.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IReadOnlyList<ReportDelivery>> TryEnterAsync(OutgoingReport report, CancellationToken cancellationToken)
    {
        var recipients = await RecipientsAsync(report, cancellationToken);
        var drafts = recipients.ToDictionary(recipient => KeyOf(report, recipient).ToString());
        var lines = await db.Deliveries.Where(d => drafts.Keys.Contains(d.Key)).ToListAsync(cancellationToken);
        var missing = drafts.Where(draft => lines.All(line => line.Key != draft.Key)).Select(draft => draft.Value).ToList();
        if (missing.Count == 0)
            return lines;

        var contents = await ContentsAsync(report, cancellationToken);
        foreach (var recipient in missing)
            lines.Add(Enter(report, recipient, contents));
        await SupersedeAsync(report, [.. missing.Select(recipient => KeyOf(report, recipient).Subject)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return lines;
    }

    private ReportDelivery Enter(OutgoingReport report, DeliveryRecipient recipient, Dictionary<string, DeliveryContent> contents)
    {
        var key = KeyOf(report, recipient);
        var line = new ReportDelivery
        {
            LibraryId = report.Library.Id,
            Key = key.ToString(),
            Subject = key.Subject,
            Edition = report.Edition,
            DefinitionCode = report.DefinitionCode,
            DefinitionVersion = report.DefinitionVersion,
            Period = report.Period,
            OrganisationId = recipient.OrganisationId,
            Channel = recipient.Channel,
            Address = recipient.Address,
            NeedsConfirmation = recipient.NeedsConfirmation,
            Title = report.Title,
            ContentHash = report.ContentHash(),
            CreatedAt = clock.GetUtcNow(),
            NextAttemptAt = clock.GetUtcNow(),
            Files =
            [
                .. report.Files.Select((file, ordinal) => new DeliveryFile
                {
                    Ordinal = ordinal,
                    Name = file.Name,
                    MediaType = file.MediaType,
                    Hash = file.Hash,
                    Content = contents[file.Hash],
                }),
            ],
        };
        db.Deliveries.Add(line);
        return line;
    }

    // On one channel a recipient for this definition goes before the one for all.
    private async Task<IReadOnlyList<DeliveryRecipient>> RecipientsAsync(OutgoingReport report, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var bodies = db.LibraryParents
            .Where(p => p.LibraryId == report.Library.Id && p.FromOn <= today && (p.UntilOn == null || p.UntilOn >= today))
            .Select(p => p.OrganisationId);
        var recipients = await db.DeliveryRecipients.On(today)
            .Where(r => bodies.Contains(r.OrganisationId) && (r.DefinitionCode == "" || r.DefinitionCode == report.DefinitionCode))
            .Include(r => r.Organisation)
            .ToListAsync(cancellationToken);
        return
        [
            .. recipients
                .GroupBy(r => (r.OrganisationId, r.Channel))
                .Select(same => same.OrderByDescending(r => r.DefinitionCode.Length).ThenByDescending(r => r.FromOn).First()),
        ];
    }

    private async Task<Dictionary<string, DeliveryContent>> ContentsAsync(OutgoingReport report, CancellationToken cancellationToken)
    {
        var hashes = report.Files.Select(file => file.Hash).Distinct().ToList();
        var contents = await db.DeliveryContents.Where(c => hashes.Contains(c.Hash)).ToDictionaryAsync(c => c.Hash, cancellationToken);
        foreach (var file in report.Files.Where(file => !contents.ContainsKey(file.Hash)))
            contents[file.Hash] = new DeliveryContent { Hash = file.Hash, Bytes = file.Bytes };
        return contents;
    }

    private async Task SupersedeAsync(OutgoingReport report, IReadOnlyList<string> subjects, CancellationToken cancellationToken)
    {
        var earlier = await db.Deliveries
            .Where(d => subjects.Contains(d.Subject) && d.Edition < report.Edition && d.State == DeliveryState.Waiting)
            .ToListAsync(cancellationToken);
        foreach (var line in earlier)
            line.State = DeliveryState.Superseded;
    }

    private static DeliveryKey KeyOf(OutgoingReport report, DeliveryRecipient recipient) => new(
        report.DefinitionCode,
        report.DefinitionVersion,
        report.Library.Code,
        report.Period,
        recipient.Organisation.Code,
        recipient.Channel,
        report.Edition);

    private bool IsRace(DbUpdateException fault) =>
        fault is DbUpdateConcurrencyException
        || UniqueViolation.IsOn(fault, db, DeliveryTables.OneDeliveryPerKey)
        || UniqueViolation.IsOn(fault, db, DeliveryTables.OneContentPerHash);
}
