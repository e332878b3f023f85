using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Platform.Api.Access;
using Platform.Api.Transport;
using Platform.Model.Access;

namespace Platform.Api.GraphQL.Costs;

/// <summary>What one operation is charged: its points, and its turn among the operations of its purpose. One for each operation.</summary>
internal sealed class OperationCharge(Budgets budgets, IOptions<CostOptions> options, RequestScope request, Scope scope) : IDisposable
{
    private OperationPrice? _price;
    private RateLimitLease? _turn;
    private bool _isWaived;

    /// <summary>What it cost; null while it is not priced.</summary>
    public int? Points => _price?.Points;

    /// <summary>The platform itself asks: it pays nothing.</summary>
    public void Waive() => _isWaived = true;

    /// <summary>Charges the operation; why it is refused, otherwise null.</summary>
    public async ValueTask<RequestProblem?> PayAsync(OperationPrice price, CancellationToken cancellationToken)
    {
        _price = price;
        if (_isWaived)
            return null;
        if (price.Points > options.Value.MostPerOperation)
            return Problems.TooCostly(price.Points, options.Value.MostPerOperation);
        if (budgets.Spend(price.Purpose, request.CallerOf(scope), price.Points) is { } seconds)
            return Problems.BudgetSpent(price.Purpose.ToString().ToUpperInvariant(), price.Points, seconds);
        _turn = await budgets.TurnAsync(price.Purpose, cancellationToken);
        return _turn.IsAcquired ? null : Problems.TooBusy(price.Purpose.ToString().ToUpperInvariant());
    }

    /// <summary>The charge as <c>extensions.cost</c> tells it; null for an operation that was not priced.</summary>
    public Dictionary<string, object?>? Describe()
    {
        if (_price is null)
            return null;
        var most = options.Value.Of(_price.Purpose).PointsPerMinute;
        var remaining = budgets.Remaining(_price.Purpose, request.CallerOf(scope));
        return new Dictionary<string, object?>
        {
            ["points"] = _price.Points,
            ["mostPerOperation"] = options.Value.MostPerOperation,
            ["budget"] = new Dictionary<string, object?>
            {
                ["purpose"] = _price.Purpose.ToString().ToUpperInvariant(),
                ["pointsPerMinute"] = most,
                ["spent"] = most - remaining,
                ["remaining"] = remaining,
            },
        };
    }

    /// <summary>Gives the turn back: the next operation of the purpose may run.</summary>
    public void Dispose()
    {
        _turn?.Dispose();
        _turn = null;
    }
}
