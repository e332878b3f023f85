namespace Platform.Model.Reporting.Delivery;

/// <summary>Why a person's wish about a delivery is not carried out.</summary>
/// <param name="Code">The stable reason.</param>
/// <param name="Message">A sentence with the values.</param>
public sealed record DeliveryRefusal(DeliveryRefusalCode Code, string Message)
{
    /// <summary>There is no such delivery within the caller's sight.</summary>
    public static DeliveryRefusal Unknown(long id) => new(
        DeliveryRefusalCode.DeliveryUnknown, $"There is no delivery {id}.");

    /// <summary>Somebody else changed the delivery meanwhile.</summary>
    public static DeliveryRefusal Stale(ReportDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return new(DeliveryRefusalCode.Stale, $"Delivery '{delivery.Key}' was changed meanwhile: read it again.");
    }

    internal static DeliveryRefusal NotAwaitingAnswer(ReportDelivery delivery) => new(
        DeliveryRefusalCode.NotAwaitingAnswer, $"Delivery '{delivery.Key}' awaits no answer: it is {delivery.State}.");

    internal static DeliveryRefusal NotStopped(ReportDelivery delivery) => new(
        DeliveryRefusalCode.NotStopped, $"Delivery '{delivery.Key}' is neither dead nor rejected: it is {delivery.State}.");

    internal static DeliveryRefusal Superseded(ReportDelivery delivery) => new(
        DeliveryRefusalCode.Superseded, $"A corrected edition took the place of delivery '{delivery.Key}'.");
}

/// <summary>Stable reasons why a delivery is left as it is.</summary>
public enum DeliveryRefusalCode
{
    /// <summary>There is no such delivery within the caller's sight.</summary>
    DeliveryUnknown = 1,

    /// <summary>The delivery is not one whose receipt is entered by hand now.</summary>
    NotAwaitingAnswer = 2,

    /// <summary>Only what is dead or rejected can be sent again.</summary>
    NotStopped = 3,

    /// <summary>A corrected edition took its place.</summary>
    Superseded = 4,

    /// <summary>Somebody else changed the delivery meanwhile.</summary>
    Stale = 5,
}
