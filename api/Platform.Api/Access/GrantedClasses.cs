using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.Access;

/// <summary>The classes that a teacher was let see: found by the card of the teacher's role, for the day.</summary>
internal static class GrantedClasses
{
    /// <summary>The scope with the classes granted to the account's cards today, and the pupils who are in them today.</summary>
    public static async Task<Scope> AddAsync(LibraryDb db, Scope scope, IEnumerable<RoleAssignment> roles, DateOnly on, CancellationToken cancellationToken)
    {
        var cards = roles.Where(r => r.Role is Role.Teacher or Role.TeacherLibrarian && r.Holds(on)).Select(r => r.PatronId).OfType<long>().ToList();
        if (cards.Count == 0)
            return scope;
        var classes = await db.ClassGrants
            .Where(g => cards.Contains(g.TeacherId) && g.FromOn <= on && on <= g.UntilOn)
            .Select(g => g.ClassId).Distinct().ToListAsync(cancellationToken);
        if (classes.Count == 0)
            return scope;
        var pupils = await db.ClassMemberships
            .Where(m => classes.Contains(m.ClassId) && m.FromOn <= on && (m.UntilOn == null || on <= m.UntilOn))
            .Select(m => m.PatronId).Distinct().ToListAsync(cancellationToken);
        return scope with { ClassIds = classes, ClassPupilIds = pupils };
    }
}
