using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Reporting.Delivery;
using Platform.Reporting.Delivery;

namespace Platform.Api.Reporting;

/// <summary>Has a dead or rejected delivery sent again: the same bytes under the same key, for example after the receiver unlocked the period.</summary>
[Requires(Permission.SubmitReports)]
internal sealed class RetryDelivery(DeliveryAnswers answers) : IMutation<RetryDeliveryInput, RetryDeliveryPayload>
{
    public async Task<RetryDeliveryPayload> RunAsync(RetryDeliveryInput input, CancellationToken cancellationToken)
    {
        var answer = await answers.RetryAsync(input.DeliveryId.Key, cancellationToken);
        return answer.Refusal is { } refusal
            ? new RetryDeliveryPayload { Errors = [DeliveryNotChanged.ErrorOf(refusal)] }
            : new RetryDeliveryPayload { Delivery = input.DeliveryId };
    }
}

/// <summary>Which delivery to send again.</summary>
internal sealed record RetryDeliveryInput : MutationInput
{
    /// <summary>The delivery.</summary>
    public required Ref<ReportDelivery> DeliveryId { get; init; }
}

/// <summary>The delivery, waiting to be sent.</summary>
[FailsWith(typeof(DeliveryNotChanged))]
internal sealed record RetryDeliveryPayload : Payload
{
    /// <summary>The delivery.</summary>
    public Ref<ReportDelivery>? Delivery { get; init; }
}
