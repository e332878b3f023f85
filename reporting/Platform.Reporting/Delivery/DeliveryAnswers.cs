using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Delivery;

/// <summary>What a person does to a delivery: enters the receiver's answer, or has the same bytes sent again.</summary>
public sealed class DeliveryAnswers(LibraryDb db, TimeProvider clock)
{
    /// <summary>Enters that the receiver has the delivery, with its receipt.</summary>
    public Task<DeliveryAnswer> ConfirmAsync(long id, string receipt, CancellationToken cancellationToken) =>
        ChangeAsync(id, DeliveryRule.AgainstAnswer, delivery =>
        {
            delivery.State = DeliveryState.Accepted;
            delivery.Receipt = receipt;
            delivery.ReceivedAt = clock.GetUtcNow();
            delivery.ConfirmedBy = db.Scope.Actor;
            delivery.Message = null;
        }, cancellationToken);

    /// <summary>Enters that the receiver said no, with its message.</summary>
    public Task<DeliveryAnswer> RejectAsync(long id, string message, CancellationToken cancellationToken) =>
        ChangeAsync(id, DeliveryRule.AgainstAnswer, delivery =>
        {
            delivery.State = DeliveryState.Rejected;
            delivery.ReceivedAt = clock.GetUtcNow();
            delivery.ConfirmedBy = db.Scope.Actor;
            delivery.Message = message;
        }, cancellationToken);

    /// <summary>Has the same bytes sent again, with all attempts anew.</summary>
    public async Task<DeliveryAnswer> RetryAsync(long id, CancellationToken cancellationToken)
    {
        var superseded = await db.Deliveries.Where(d => d.Id == id)
            .AnyAsync(d => db.Deliveries.Any(later => later.Subject == d.Subject && later.Edition > d.Edition), cancellationToken);
        return await ChangeAsync(id, delivery => DeliveryRule.AgainstRetry(delivery, superseded), delivery =>
        {
            delivery.State = DeliveryState.Waiting;
            delivery.Attempts = 0;
            delivery.NextAttemptAt = clock.GetUtcNow();
        }, cancellationToken);
    }

    private async Task<DeliveryAnswer> ChangeAsync(
        long id, Func<ReportDelivery, DeliveryRefusal?> rule, Action<ReportDelivery> change, CancellationToken cancellationToken)
    {
        var delivery = await db.Deliveries.SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (delivery is null || !db.Scope.May(Permission.SubmitReports, delivery.LibraryId))
            return new DeliveryAnswer(null, DeliveryRefusal.Unknown(id));
        if (rule(delivery) is { } refusal)
            return new DeliveryAnswer(delivery, refusal);
        change(delivery);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new DeliveryAnswer(delivery, null);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new DeliveryAnswer(delivery, DeliveryRefusal.Stale(delivery));
        }
    }
}

/// <summary>What came of a person's wish.</summary>
/// <param name="Delivery">The delivery; null when there is none within the caller's sight.</param>
/// <param name="Refusal">Why nothing was changed; null when it was.</param>
public sealed record DeliveryAnswer(ReportDelivery? Delivery, DeliveryRefusal? Refusal);
