using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Platform.EducationSandbox;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>The sandbox on a free port of this machine, within the test's process.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First().TrimEnd('/') + "/";

    public Holdings Holdings => _app.Services.GetRequiredService<Holdings>();

    public Script Script => _app.Services.GetRequiredService<Script>();

    public static async Task<SandboxServer> StartAsync(bool recognisesRepeats = true)
    {
        var app = Sandbox.Build(["--urls=http://127.0.0.1:0", $"--Sandbox:RecognisesRepeats={recognisesRepeats}", "--Sandbox:ClientSecret=bí-mật:1"]);
        await app.StartAsync();
        return new SandboxServer(app);
    }

    /// <summary>Settings of a sender to this sandbox.</summary>
    public DeliveryOffice Serves(DeliveryOffice office) => office
        .With("Delivery:Http:Address", Address + "api/")
        .With("Delivery:Http:TokenAddress", Address + "oauth/token")
        .With("Delivery:Http:ClientId", "platform")
        .With("Delivery:Http:ClientSecret", "bí-mật:1");

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
