using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Api.Sharing;

/// <summary>Takes any other step of an inter-library loan: decline, send, receive, send back, receive back, cancel, report lost. Accepting has its own mutation.</summary>
[Requires(Permission.Circulate)]
internal sealed class MoveInterLibraryLoan(LibraryDb db, InterLibrarySteps steps) : IMutation<MoveInterLibraryLoanInput, MoveInterLibraryLoanPayload>
{
    public async Task<MoveInterLibraryLoanPayload> RunAsync(MoveInterLibraryLoanInput input, CancellationToken cancellationToken)
    {
        if (input.Action is InterLibraryAction.Accept)
            return No(new InvalidInput("action", "Hãy dùng acceptInterLibraryLoan để nhận cho mượn.", "Use acceptInterLibraryLoan to accept."));
        var (loan, error) = await steps.TakeAsync(input, input.Action, cancellationToken);
        if (loan is null)
            return No(error!); // no loan: an error
        loan.Note = input.Note ?? loan.Note;
        await db.SaveChangesAsync(cancellationToken);
        return new MoveInterLibraryLoanPayload { State = loan.State };
    }

    private static MoveInterLibraryLoanPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The step.</summary>
internal sealed record MoveInterLibraryLoanInput : InterLibraryStepInput
{
    /// <summary>What is done.</summary>
    public required InterLibraryAction Action { get; init; }

    /// <summary>Anything both sides should know, for example why an owner declines; no names of pupils.</summary>
    public string? Note { get; init; }
}

/// <summary>How far the loan is afterwards; an owner that declined no longer sees the loan itself.</summary>
[FailsWith(typeof(InterLibraryRefused))]
internal sealed record MoveInterLibraryLoanPayload : Payload
{
    /// <summary>The state.</summary>
    public InterLibraryState? State { get; init; }
}
