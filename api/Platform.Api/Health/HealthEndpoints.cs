namespace Platform.Api.Health;

/// <summary><c>/healthz</c>: the process lives. <c>/readyz</c>: it can answer; a load balancer sends requests only then.</summary>
internal static class HealthEndpoints
{
    public static IServiceCollection AddReadiness(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>().AddSingleton<WarmUp>();
        return services.AddHostedService<Startup>();
    }

    public static void MapReadiness(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("healthy"));
        app.MapGet("/readyz", (Readiness readiness) => readiness.IsReady
            ? Results.Text("ready")
            : Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
