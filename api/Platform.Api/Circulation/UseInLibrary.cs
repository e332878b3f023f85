using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Counts a copy that is read in the library (đọc tại chỗ), with or without a reader's card.</summary>
[Requires(Permission.Circulate)]
internal sealed class UseInLibrary(LibraryDb db, TimeProvider clock) : IMutation<UseInLibraryInput, UseInLibraryPayload>
{
    public async Task<UseInLibraryPayload> RunAsync(UseInLibraryInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new UseInLibraryPayload { Errors = denied };
        var request = new UseRequest
        {
            LibraryId = input.LibraryId.Key,
            RegistrationNumber = input.RegistrationNumber,
            CardNumber = input.CardNumber,
            Category = input.Category ?? PatronCategory.Pupil,
            Grade = input.Grade,
        };
        var result = await ReadingRoom.UseAsync(db, request, clock.GetUtcNow(), cancellationToken);
        return result.Done is { } use ? new UseInLibraryPayload { Loan = use.Id } : new UseInLibraryPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Which copy is read.</summary>
internal sealed record UseInLibraryInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The copy's registration number (số ĐKCB), as scanned.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>The reader's card number; leave it out where only the use is counted.</summary>
    public string? CardNumber { get; init; }

    /// <summary>Who reads, where no card is given; a pupil when nothing is said.</summary>
    public PatronCategory? Category { get; init; }

    /// <summary>Grade of the reader, where no card is given.</summary>
    public int? Grade { get; init; }
}

/// <summary>The use, as a loan that is closed already.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record UseInLibraryPayload : Payload
{
    /// <summary>The use.</summary>
    public Ref<Loan>? Loan { get; init; }
}
