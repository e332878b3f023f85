using Microsoft.Extensions.Options;

namespace Platform.Api.Transport;

/// <summary>How many requests may come in a short time (section <c>Rates</c>), whatever they cost. More are answered with 429 and Retry-After.</summary>
internal sealed class RateOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Rates";

    /// <summary>Most requests from one address in ten seconds; a whole school may share one address.</summary>
    public int RequestsPerAddress { get; set; } = 2_000;

    /// <summary>Most requests of one signed-in caller in ten seconds, wherever they come from.</summary>
    public int RequestsPerCaller { get; set; } = 600;
}

/// <summary>Stops the start on rates that would refuse everybody.</summary>
internal sealed class RateOptionsValidator : IValidateOptions<RateOptions>
{
    private const int Least = 10;

    public ValidateOptionsResult Validate(string? name, RateOptions options)
    {
        var bad = new[] { (nameof(options.RequestsPerAddress), options.RequestsPerAddress), (nameof(options.RequestsPerCaller), options.RequestsPerCaller) }
            .Where(o => o.Item2 < Least).Select(o => $"Rates:{o.Item1} is {o.Item2}; it must be at least {Least}.").ToList();
        return bad.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(bad);
    }
}
