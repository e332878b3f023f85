using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Reporting.Delivery;
using Platform.Reporting.Delivery;

namespace Platform.Api.Reporting;

/// <summary>
/// Enters by hand what the receiver answered to a delivery, for example the portal to an uploaded file: its receipt, or its refusal.
/// </summary>
[Requires(Permission.SubmitReports)]
internal sealed class ConfirmDelivery(DeliveryAnswers answers) : IMutation<ConfirmDeliveryInput, ConfirmDeliveryPayload>
{
    public async Task<ConfirmDeliveryPayload> RunAsync(ConfirmDeliveryInput input, CancellationToken cancellationToken)
    {
        var answer = (Words(input.Receipt), Words(input.Refusal)) switch
        {
            ({ } receipt, null) => await answers.ConfirmAsync(input.DeliveryId.Key, receipt, cancellationToken),
            (null, { } refusal) => await answers.RejectAsync(input.DeliveryId.Key, refusal, cancellationToken),
            _ => null,
        };
        return answer switch
        {
            null => new ConfirmDeliveryPayload { Errors = [OneOfTwo] },
            { Refusal: { } refusal } => new ConfirmDeliveryPayload { Errors = [DeliveryNotChanged.ErrorOf(refusal)] },
            _ => new ConfirmDeliveryPayload { Delivery = input.DeliveryId },
        };
    }

    private static InvalidInput OneOfTwo { get; } = new(
        "receipt",
        $"Hãy ghi biên nhận hoặc lý do từ chối, không quá {DeliveryTables.MessageLength} ký tự: đúng một trong hai.",
        $"Give the receipt or the refusal, at most {DeliveryTables.MessageLength} characters: exactly one of them.");

    private static string? Words(string? text) => text?.Trim() is { Length: > 0 and <= DeliveryTables.MessageLength } words ? words : null;
}

/// <summary>What the receiver answered: exactly one of receipt and refusal.</summary>
internal sealed record ConfirmDeliveryInput : MutationInput
{
    /// <summary>The delivery.</summary>
    public required Ref<ReportDelivery> DeliveryId { get; init; }

    /// <summary>The receiver's number or words for what it received.</summary>
    public string? Receipt { get; init; }

    /// <summary>Why the receiver refused it.</summary>
    public string? Refusal { get; init; }
}

/// <summary>The delivery with its answer.</summary>
[FailsWith(typeof(DeliveryNotChanged))]
internal sealed record ConfirmDeliveryPayload : Payload
{
    /// <summary>The delivery.</summary>
    public Ref<ReportDelivery>? Delivery { get; init; }
}
