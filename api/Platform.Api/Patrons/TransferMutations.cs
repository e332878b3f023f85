using Microsoft.EntityFrameworkCore;
using Platform.Api.Circulation;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>Offers a person who changes schools (chuyển trường) to the new school's library; refused while anything is on loan or owed.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class OfferTransfer(LibraryDb db, TimeProvider clock) : IMutation<OfferTransferInput, OfferTransferPayload>
{
    public async Task<OfferTransferPayload> RunAsync(OfferTransferInput input, CancellationToken cancellationToken)
    {
        var libraryId = await db.Patrons.Where(p => p.Id == input.PatronId.Key).Select(p => (long?)p.LibraryId).FirstOrDefaultAsync(cancellationToken);
        if (libraryId is not { } library)
            return new OfferTransferPayload { Errors = [NotFound.At("patronId")] };
        if (db.Scope.Denied(Permission.EditPatrons, library) is { Count: > 0 } denied)
            return new OfferTransferPayload { Errors = denied };
        if (input.ToLibraryId.Key == library || !await db.Libraries.AnyAsync(l => l.Id == input.ToLibraryId.Key, cancellationToken))
            return new OfferTransferPayload { Errors = [NotFound.At("toLibraryId")] };
        if (await Transferring.OfferAsync(db, library, input.PatronId.Key, input.ToLibraryId.Key, clock.Today(), cancellationToken) is not { } result)
            return new OfferTransferPayload { Errors = [NotFound.At("patronId")] };
        return result.Done is { } transfer ? new OfferTransferPayload { Transfer = transfer.Id } : new OfferTransferPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Takes an offered person in: a new card here, the old card closed. A former card of the same Ministry code is opened again instead.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class AcceptTransfer(LibraryDb db, TimeProvider clock) : IMutation<AcceptTransferInput, AcceptTransferPayload>
{
    private const int LongestCard = 30;

    public async Task<AcceptTransferPayload> RunAsync(AcceptTransferInput input, CancellationToken cancellationToken)
    {
        if (input.CardNumber.Trim().Length is 0 or > LongestCard)
            return new AcceptTransferPayload { Errors = [new InvalidInput("cardNumber", "Số thẻ có từ 1 đến 30 ký tự.", "A card number has 1 to 30 characters.")] };
        var libraryId = await db.PatronTransfers.Where(t => t.Id == input.TransferId.Key).Select(t => (long?)t.ToLibraryId).FirstOrDefaultAsync(cancellationToken);
        if (libraryId is not { } library)
            return new AcceptTransferPayload { Errors = [NotFound.At("transferId")] };
        if (db.Scope.Denied(Permission.EditPatrons, library) is { Count: > 0 } denied)
            return new AcceptTransferPayload { Errors = denied };
        if (await Transferring.AcceptAsync(db, library, input.TransferId.Key, input.CardNumber.Trim(), clock.Today(), cancellationToken) is not { } result)
            return new AcceptTransferPayload { Errors = [NotFound.At("transferId")] };
        return result.Done is { } patron ? new AcceptTransferPayload { Patron = patron.Id } : new AcceptTransferPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Ends an offer without a move: the old library takes it back, or the new one declines it.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class EndTransfer(LibraryDb db) : IMutation<EndTransferInput, EndTransferPayload>
{
    public async Task<EndTransferPayload> RunAsync(EndTransferInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditPatrons, input.LibraryId.Key) is { Count: > 0 } denied)
            return new EndTransferPayload { Errors = denied };
        return await Transferring.EndAsync(db, input.LibraryId.Key, input.TransferId.Key, cancellationToken) is { } transfer
            ? new EndTransferPayload { Transfer = transfer.Id }
            : new EndTransferPayload { Errors = [NotFound.At("transferId")] };
    }
}

/// <summary>Who goes where.</summary>
internal sealed record OfferTransferInput : MutationInput
{
    /// <summary>The card that is left.</summary>
    public required Ref<Patron> PatronId { get; init; }

    /// <summary>The new school's library.</summary>
    public required Ref<Library> ToLibraryId { get; init; }
}

/// <summary>Who is taken in.</summary>
internal sealed record AcceptTransferInput : MutationInput
{
    /// <summary>The transfer.</summary>
    public required Ref<PatronTransfer> TransferId { get; init; }

    /// <summary>Number of the new card, 1 to 30 characters; a former card keeps its own.</summary>
    public required string CardNumber { get; init; }
}

/// <summary>Which offer ends.</summary>
internal sealed record EndTransferInput : MutationInput
{
    /// <summary>The caller's library: the old one or the new one.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The transfer.</summary>
    public required Ref<PatronTransfer> TransferId { get; init; }
}

/// <summary>The ended transfer.</summary>
internal sealed record EndTransferPayload : Payload
{
    /// <summary>The transfer.</summary>
    public Ref<PatronTransfer>? Transfer { get; init; }
}

/// <summary>The offered transfer.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record OfferTransferPayload : Payload
{
    /// <summary>The transfer.</summary>
    public Ref<PatronTransfer>? Transfer { get; init; }
}

/// <summary>The card of the new library.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record AcceptTransferPayload : Payload
{
    /// <summary>The card.</summary>
    public Ref<Patron>? Patron { get; init; }
}

/// <summary>What the API shows of a transfer: to the two libraries.</summary>
internal sealed class PatronTransferFields : EntityType<PatronTransfer>
{
    public PatronTransferFields()
        : base(Permission.ReadPatrons, t => t.Id)
    {
        Column(t => t.FullName);
        Column(t => t.MinistryCode);
        Column(t => t.Category);
        Column(t => t.Grade);
        Column(t => t.OfferedOn).Sortable();
        Column(t => t.State).Filterable();
        One(t => t.Library, t => t.LibraryId).Filterable();
        One(t => t.ToLibrary, t => t.ToLibraryId).Filterable();
    }
}
