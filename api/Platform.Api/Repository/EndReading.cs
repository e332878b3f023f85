using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Storage.Repository;

namespace Platform.Api.Repository;

/// <summary>Gives a turn at a work under copyright back, so that the next reader need not wait for its end.</summary>
[Requires(Permission.ReadRepository)]
internal sealed class EndReading(ReadingSeats seats) : IMutation<EndReadingInput, EndReadingPayload>
{
    public async Task<EndReadingPayload> RunAsync(EndReadingInput input, CancellationToken cancellationToken)
    {
        var ended = Guid.TryParseExact(input.TurnId, "N", out var turn) && await seats.GiveBackAsync(turn, cancellationToken);
        return ended ? new EndReadingPayload { Ended = true } : new EndReadingPayload { Errors = [NotFound.At("turnId")] };
    }
}

/// <summary>Which turn.</summary>
internal sealed record EndReadingInput : MutationInput
{
    /// <summary>The turn that came with the link.</summary>
    public required string TurnId { get; init; }
}

/// <summary>Whether the turn was given back.</summary>
internal sealed record EndReadingPayload : Payload
{
    /// <summary>True when it was.</summary>
    public bool? Ended { get; init; }
}
