using Microsoft.Extensions.Options;

namespace Platform.EducationSandbox;

/// <summary>
/// A stand-in for the receiving side of the education sector's database, for development and tests: it signs senders in, checks and
/// accepts deliveries, refuses, locks, answers slowly, drops connections and repeats on request, and shows what it holds.
/// </summary>
public static class Sandbox
{
    /// <summary>The sandbox, not started yet; its state is <see cref="Holdings"/> and <see cref="Script"/> in its services.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (builder.Configuration["urls"] is null)
            builder.WebHost.UseUrls("http://localhost:5090");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddOptions<SandboxOptions>()
            .Bind(builder.Configuration.GetSection(SandboxOptions.Section))
            .Validate(options => options.ClientId.Length > 0 && options.ClientSecret.Length > 0, "Sandbox:ClientId and Sandbox:ClientSecret must be set.")
            .ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(provider => new Holdings(
            provider.GetRequiredService<IOptions<SandboxOptions>>().Value.RecognisesRepeats, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<Script>();
        builder.Services.AddSingleton<Tokens>();
        builder.Services.AddSingleton<Intake>();

        var app = builder.Build();
        app.MapTokens();
        app.MapIntake();
        app.MapControl();
        app.MapGet("/", (Holdings holdings) => Results.Content(HoldingsPage.Of(holdings), "text/html; charset=utf-8"));
        return app;
    }

    /// <summary>Says where the sandbox is and for whom, once it has started.</summary>
    public static void Announce(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var options = app.Services.GetRequiredService<IOptions<SandboxOptions>>().Value;
        foreach (var address in app.Urls)
            Console.WriteLine($"Education sandbox on {address} for client '{options.ClientId}'; control it under {address}/control");
    }
}

/// <summary>Settings of the sandbox (section <c>Sandbox</c>).</summary>
public sealed class SandboxOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Sandbox";

    /// <summary>The only client that gets tokens.</summary>
    public string ClientId { get; set; } = "platform";

    /// <summary>Its secret; a development value, as nothing real is behind the sandbox.</summary>
    public string ClientSecret { get; set; } = "sandbox-secret";

    /// <summary>How long a token is good. Default: 5 minutes.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether a delivery with a known key is recognised as a repeat. Off, every accepted request counts: a receiver that cannot help against doubles.</summary>
    public bool RecognisesRepeats { get; set; } = true;
}
