using Microsoft.EntityFrameworkCore;
using Platform.Api.Access;
using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Patrons;

namespace Platform.Api.Patrons;

/// <summary>Lets a teacher see a class in some days: the pupils' cards and what they have on loan, not what they read before.</summary>
[Requires(Permission.ManageAccounts)]
internal sealed class GrantClass(LibraryDb db, BearerScopes scopes) : IMutation<GrantClassInput, GrantClassPayload>
{
    public async Task<GrantClassPayload> RunAsync(GrantClassInput input, CancellationToken cancellationToken)
    {
        var schoolClass = await db.Classes.Where(c => c.Id == input.ClassId.Key).Select(c => new { c.Id, c.LibraryId }).SingleOrDefaultAsync(cancellationToken);
        if (schoolClass is null)
            return new GrantClassPayload { Errors = [NotFound.At("classId")] };
        if (db.Scope.Denied(Permission.ManageAccounts, schoolClass.LibraryId) is { Count: > 0 } denied)
            return new GrantClassPayload { Errors = denied };
        if (!await db.Patrons.AnyAsync(p => p.Id == input.TeacherId.Key && p.LibraryId == schoolClass.LibraryId && p.Category == PatronCategory.Teacher && p.ErasedAt == null, cancellationToken))
            return new GrantClassPayload { Errors = [NotFound.At("teacherId")] };
        if (input.UntilOn < input.FromOn)
            return new GrantClassPayload { Errors = [new InvalidInput("untilOn", "Ngày cuối trước ngày đầu.", "The last day is before the first.")] };
        var grant = new ClassGrant { LibraryId = schoolClass.LibraryId, ClassId = schoolClass.Id, TeacherId = input.TeacherId.Key, FromOn = input.FromOn, UntilOn = input.UntilOn };
        db.ClassGrants.Add(grant);
        await db.SaveChangesAsync(cancellationToken);
        scopes.Forget();
        return new GrantClassPayload { ClassGrant = grant.Id };
    }
}

/// <summary>Which teacher may see which class, and when.</summary>
internal sealed record GrantClassInput : MutationInput
{
    /// <summary>The class.</summary>
    public required Ref<SchoolClass> ClassId { get; init; }

    /// <summary>The teacher's card, in the same library.</summary>
    public required Ref<Patron> TeacherId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly UntilOn { get; init; }
}

/// <summary>The grant.</summary>
internal sealed record GrantClassPayload : Payload
{
    /// <summary>The grant.</summary>
    public Ref<ClassGrant>? ClassGrant { get; init; }
}
