using Microsoft.EntityFrameworkCore;
using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>Makes a card for one person, in a class where it is a pupil's.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class CreatePatron(LibraryDb db, TimeProvider clock) : IMutation<CreatePatronInput, CreatePatronPayload>
{
    public async Task<CreatePatronPayload> RunAsync(CreatePatronInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditPatrons, input.LibraryId.Key) is { Count: > 0 } denied)
            return new CreatePatronPayload { Errors = denied };
        var entry = new CardEntry { CardNumber = input.CardNumber, FullName = input.FullName, Category = input.Category, MinistryCode = input.MinistryCode, ClassId = input.ClassId?.Key };
        return await PatronPayload.WriteAsync<CreatePatronPayload>(db, input.LibraryId.Key, null, entry, clock.Today(), cancellationToken);
    }
}

/// <summary>Changes a card: name, number, category, class, or its last day. A value that is not given stays.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class UpdatePatron(LibraryDb db, TimeProvider clock) : IMutation<UpdatePatronInput, UpdatePatronPayload>
{
    public async Task<UpdatePatronPayload> RunAsync(UpdatePatronInput input, CancellationToken cancellationToken)
    {
        var patron = await db.Patrons.FirstOrDefaultAsync(p => p.Id == input.PatronId.Key && p.ErasedAt == null, cancellationToken);
        if (patron is null)
            return new UpdatePatronPayload { Errors = [NotFound.At("patronId")] };
        if (db.Scope.Denied(Permission.EditPatrons, patron.LibraryId) is { Count: > 0 } denied)
            return new UpdatePatronPayload { Errors = denied };
        if (patron.Version != input.Version)
            return new UpdatePatronPayload { Errors = [StaleVersion.Now] };
        var entry = new CardEntry
        {
            CardNumber = input.CardNumber ?? patron.CardNumber,
            FullName = input.FullName ?? patron.FullName,
            Category = input.Category ?? patron.Category,
            MinistryCode = input.MinistryCode ?? patron.MinistryCode,
            ClassId = input.ClassId?.Key,
            LeftOn = input.IsOpen is true ? null : input.LeftOn ?? patron.LeftOn,
        };
        return await PatronPayload.WriteAsync<UpdatePatronPayload>(db, patron.LibraryId, patron, entry, clock.Today(), cancellationToken);
    }
}

/// <summary>A new card.</summary>
internal sealed record CreatePatronInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>Card number, 1 to 30 characters, unique in the library.</summary>
    public required string CardNumber { get; init; }

    /// <summary>Full name in natural order, 1 to 100 characters.</summary>
    public required string FullName { get; init; }

    /// <summary>Pupil, teacher, staff or other.</summary>
    public required PatronCategory Category { get; init; }

    /// <summary>The Ministry's code, at most 20 characters.</summary>
    public string? MinistryCode { get; init; }

    /// <summary>The class of a pupil; its grade becomes the pupil's.</summary>
    public Ref<SchoolClass>? ClassId { get; init; }
}

/// <summary>What changes on a card.</summary>
internal sealed record UpdatePatronInput : MutationInput
{
    /// <summary>The card.</summary>
    public required Ref<Patron> PatronId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>A new card number.</summary>
    public string? CardNumber { get; init; }

    /// <summary>The name corrected.</summary>
    public string? FullName { get; init; }

    /// <summary>Another category.</summary>
    public PatronCategory? Category { get; init; }

    /// <summary>The Ministry's code.</summary>
    public string? MinistryCode { get; init; }

    /// <summary>The class the pupil moves to today.</summary>
    public Ref<SchoolClass>? ClassId { get; init; }

    /// <summary>Last day of the card: from the next day on nothing more is lent.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>Opens a closed card again when true.</summary>
    public bool? IsOpen { get; init; }
}

/// <summary>The new card.</summary>
internal sealed record CreatePatronPayload : PatronPayload;

/// <summary>The changed card.</summary>
internal sealed record UpdatePatronPayload : PatronPayload;

/// <summary>A card that was written.</summary>
[FailsWith(typeof(DeskRefused))]
internal abstract record PatronPayload : Payload
{
    /// <summary>The card.</summary>
    public Ref<Patron>? Patron { get; init; }

    public static async Task<TPayload> WriteAsync<TPayload>(LibraryDb db, long libraryId, Patron? existing, CardEntry entry, DateOnly today, CancellationToken cancellationToken)
        where TPayload : PatronPayload, new()
    {
        if (CardDesk.FaultOf(entry) is { } fault)
            return new TPayload { Errors = [new InvalidInput(fault, "Giá trị trống hoặc quá dài.", "The value is empty or too long.")] };
        if (await CardDesk.WriteAsync(db, libraryId, existing, entry, today, cancellationToken) is not { } result)
            return new TPayload { Errors = [NotFound.At("classId")] };
        return result.Done is { } patron ? new TPayload { Patron = patron.Id } : new TPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}
