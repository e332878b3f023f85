using Microsoft.Extensions.Options;

namespace Platform.Api.GraphQL.Costs;

/// <summary>What operations may cost (section <c>Costs</c>). A point is about one row of an entity, or one statement to the database.</summary>
internal sealed class CostOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Costs";

    /// <summary>Most points of one operation.</summary>
    public int MostPerOperation { get; set; } = 10_000;

    /// <summary>Budget of each caller for reading as the public does; one address counts as one caller where nobody is signed in.</summary>
    public BudgetOptions Portal { get; } = new() { PointsPerMinute = 30_000, AtOnce = 32 };

    /// <summary>Budget of each caller who may lend.</summary>
    public BudgetOptions Desk { get; } = new() { PointsPerMinute = 120_000, AtOnce = 64 };

    /// <summary>Budget of each caller for the change feed.</summary>
    public BudgetOptions Sync { get; } = new() { PointsPerMinute = 60_000, AtOnce = 8 };

    /// <summary>Budget of each caller for reports.</summary>
    public BudgetOptions Reports { get; } = new() { PointsPerMinute = 60_000, AtOnce = 8 };

    public BudgetOptions Of(Purpose purpose) => purpose switch
    {
        Purpose.Portal => Portal,
        Purpose.Desk => Desk,
        Purpose.Sync => Sync,
        Purpose.Reports => Reports,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Unknown purpose."),
    };
}

/// <summary>The budget of one purpose.</summary>
internal sealed class BudgetOptions
{
    /// <summary>Points that a caller may spend in a minute; they come back evenly, second by second. Each server counts for itself: behind a balancer with two, a caller has twice as many.</summary>
    public int PointsPerMinute { get; set; }

    /// <summary>Most operations of the purpose that run at once on one server, of all callers together.</summary>
    public int AtOnce { get; set; }

    /// <summary>Most operations that wait for their turn; more are refused.</summary>
    public int Waiting { get; set; } = 256;
}

/// <summary>Stops the start on budgets that no operation could be paid from.</summary>
internal sealed class CostOptionsValidator : IValidateOptions<CostOptions>
{
    public ValidateOptionsResult Validate(string? name, CostOptions options)
    {
        var bad = new List<string>();
        Within("MostPerOperation", options.MostPerOperation, 10, 1_000_000);
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            var budget = options.Of(purpose);
            Within($"{purpose}:PointsPerMinute", budget.PointsPerMinute, options.MostPerOperation, 100_000_000);
            Within($"{purpose}:AtOnce", budget.AtOnce, 1, 10_000);
            Within($"{purpose}:Waiting", budget.Waiting, 0, 100_000);
        }
        return bad.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(bad);

        void Within(string option, int value, int least, int most)
        {
            if (value < least || value > most)
                bad.Add($"Costs:{option} is {value}; it must be between {least} and {most}.");
        }
    }
}
