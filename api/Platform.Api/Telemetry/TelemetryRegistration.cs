using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Platform.Api.GraphQL.Reading;
using Platform.Reporting.Delivery;

namespace Platform.Api.Telemetry;

/// <summary>Traces and metrics by OpenTelemetry: to a collector, to Prometheus, or nowhere.</summary>
internal static class TelemetryRegistration
{
    private const string Path = "/metrics";
    private const string Scheme = "Bearer ";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TelemetryOptions.Section);
        services.AddOptions<TelemetryOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddSingleton<OperationMeter>();
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("library-platform"));
        var collector = section.Get<TelemetryOptions>()?.Collector;
        if (collector is not null)
            telemetry.WithTracing(tracing => tracing
                .AddSource(OperationMeter.Name)
                // The address of a GET holds the document and its values: patrons' among them.
                .AddAspNetCoreInstrumentation(http => http.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null))
                .AddOtlpExporter(otlp => otlp.Endpoint = collector));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(OperationMeter.Name, ReadMeter.Name, DeliveryMeters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime");
            metrics.AddPrometheusExporter();
            if (collector is not null)
                metrics.AddOtlpExporter(otlp => otlp.Endpoint = collector);
        });
        return services;
    }

    /// <summary>Answers Prometheus; before access tokens are read, because its token is none of these.</summary>
    public static void UseMetrics(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value.MetricsToken is not { Length: > 0 } token)
            return;
        var expected = Encoding.UTF8.GetBytes(Scheme + token);
        app.UseOpenTelemetryPrometheusScrapingEndpoint(http =>
            http.Request.Path == Path && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()), expected));
    }
}
