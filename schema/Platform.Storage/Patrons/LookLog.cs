using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Patrons;

namespace Platform.Storage.Patrons;

/// <summary>Writes down who looked at a child's record.</summary>
public sealed class LookLog(LibraryDb db, TimeProvider clock)
{
    /// <summary>Notes a look at a pupil by somebody else; a person's own look, a guardian's, and looks at adults are not noted.</summary>
    public async Task NoteAsync(long patronId, LookKind kind, CancellationToken cancellationToken)
    {
        if (db.Scope.OwnPatronIds.Contains(patronId))
            return;
        var child = await db.Patrons
            .Where(p => p.Id == patronId && p.Category == PatronCategory.Pupil)
            .Select(p => new { p.LibraryId })
            .FirstOrDefaultAsync(cancellationToken);
        if (child is null)
            return;
        db.PatronLooks.Add(new PatronLook { LibraryId = child.LibraryId, PatronId = patronId, Actor = db.Scope.Actor, At = clock.GetUtcNow(), Kind = kind });
        await db.SaveChangesAsync(cancellationToken);
    }
}
