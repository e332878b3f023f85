using Microsoft.EntityFrameworkCore;
using Platform.Api.Access;
using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>
/// Erases a person on request: name, numbers, classes, consents, accounts, and every link to what was read. What was counted stays counted.
/// Refused while anything is on loan or owed. It cannot be taken back.
/// </summary>
[Requires(Permission.EditPatrons)]
internal sealed class ErasePatron(LibraryDb db, BearerScopes scopes, TimeProvider clock) : IMutation<ErasePatronInput, ErasePatronPayload>
{
    public async Task<ErasePatronPayload> RunAsync(ErasePatronInput input, CancellationToken cancellationToken)
    {
        var libraryId = await db.Patrons.Where(p => p.Id == input.PatronId.Key).Select(p => (long?)p.LibraryId).SingleOrDefaultAsync(cancellationToken);
        if (libraryId is not { } library)
            return new ErasePatronPayload { Errors = [NotFound.At("patronId")] };
        if (db.Scope.Denied(Permission.EditPatrons, library) is { Count: > 0 } denied)
            return new ErasePatronPayload { Errors = denied };
        if (await Erasing.EraseAsync(db, library, input.PatronId.Key, clock.GetUtcNow(), cancellationToken) is not { } result)
            return new ErasePatronPayload { Errors = [NotFound.At("patronId")] };
        scopes.Forget();
        return result.IsDone ? new ErasePatronPayload { IsErased = true } : new ErasePatronPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Who is erased.</summary>
internal sealed record ErasePatronInput : MutationInput
{
    /// <summary>The person.</summary>
    public required Ref<Patron> PatronId { get; init; }
}

/// <summary>What became of it.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record ErasePatronPayload : Payload
{
    /// <summary>Whether the person is erased.</summary>
    public bool IsErased { get; init; }
}
