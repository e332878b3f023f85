using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Repository;

namespace Platform.Storage.Repository;

/// <summary>
/// Counts uses of e-resources: one for each person and school day, however many ranges a player asks for. What is kept leads back to no
/// person: the code is made with the platform's secret and the day.
/// </summary>
public sealed class UseCounter(LibraryDb db, SignedLinks links, TimeProvider clock)
{
    /// <summary>Counts the use behind a link; an editor's own look and a thumbnail do not count.</summary>
    public async Task CountAsync(EResourceFile file, LinkTicket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ticket);
        if (ticket.Reader is not { Standing: not Standing.Editor, LibraryId: { } library } || KindOf(ticket.Action) is not { } kind)
            return;
        var use = new EResourceUse
        {
            ResourceId = file.ResourceVersion.ResourceId,
            LibraryId = library,
            OwnerId = file.LibraryId,
            Kind = kind,
            UsedOn = clock.Today(),
            SessionKey = links.CodeOf(string.Create(CultureInfo.InvariantCulture, $"{ticket.Reader.AccountId}/{library}/{clock.Today():yyyy-MM-dd}")),
        };
        if (await db.EResourceUses.AnyAsync(u => u.ResourceId == use.ResourceId && u.Kind == kind && u.SessionKey == use.SessionKey, cancellationToken))
            return;
        db.EResourceUses.Add(use);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsOn(fault, db, ReadingTables.OneUsePerSession))
        {
            // A player asks for several ranges at once: one of them has counted.
        }
    }

    private static UseKind? KindOf(AccessAction action) => action switch
    {
        AccessAction.ReadOnline => UseKind.Read,
        AccessAction.Download => UseKind.Download,
        _ => null,
    };
}
