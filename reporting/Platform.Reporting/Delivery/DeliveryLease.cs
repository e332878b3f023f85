namespace Platform.Reporting.Delivery;

/// <summary>The right of one worker to send one delivery for a while.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="Fence">The number under which the worker may write the outcome; a later lease has a greater one.</param>
public sealed record DeliveryLease(long DeliveryId, long Fence);
