using Microsoft.Extensions.Options;

namespace Platform.Api.Telemetry;

/// <summary>Where traces and metrics go (section <c>Telemetry</c>).</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Telemetry";

    /// <summary>Address of an OpenTelemetry collector that takes OTLP over gRPC, for example <c>http://collector:4317</c>. When nothing is said, nothing is sent.</summary>
    public Uri? Collector { get; set; }

    /// <summary>Secret of at least 32 characters with which Prometheus reads <c>/metrics</c>, as bearer token. Without one there is no such address.</summary>
    public string? MetricsToken { get; set; }
}

/// <summary>Stops the start on an address that is none and on a secret that can be guessed.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    private const int ShortestToken = 32;

    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var bad = new List<string>();
        if (options.Collector is { } collector && (!collector.IsAbsoluteUri || collector.Scheme is not ("http" or "https")))
            bad.Add($"Telemetry:Collector must be an http:// or https:// address, was '{collector}'.");
        if (options.MetricsToken is { Length: > 0 and < ShortestToken })
            bad.Add($"Telemetry:MetricsToken must have at least {ShortestToken} characters, had {options.MetricsToken.Length}.");
        return bad.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(bad);
    }
}
