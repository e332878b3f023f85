using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace Platform.Api.Access;

/// <summary>Hands the token keys to the token server, and again each day, when new ones may have been made or become usable.</summary>
internal sealed partial class TokenKeyRotation(TokenKeys keys, TimeProvider clock, ILogger<TokenKeyRotation> log) :
    BackgroundService, IConfigureOptions<OpenIddictServerOptions>,
    IOptionsChangeTokenSource<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictValidationOptions>
{
    private CancellationTokenSource _changed = new();

    public string Name => Options.DefaultName;

    public void Configure(OpenIddictServerOptions options)
    {
        keys.Rotate();
        options.SigningCredentials.AddRange(keys.Signing.Select(c => new SigningCredentials(new X509SecurityKey(c), SecurityAlgorithms.RsaSha256)));
        options.EncryptionCredentials.AddRange(keys.Encryption.Select(c =>
            new EncryptingCredentials(new X509SecurityKey(c), SecurityAlgorithms.RsaOAEP, SecurityAlgorithms.Aes256CbcHmacSha512)));
    }

    public IChangeToken GetChangeToken() => new CancellationChangeToken(_changed.Token);

    /// <summary>Makes what is due and lets everyone read the keys anew.</summary>
    public void Refresh()
    {
        if (keys.Rotate())
            LogRotated(log);
        using var before = Interlocked.Exchange(ref _changed, new CancellationTokenSource());
        before.Cancel();
    }

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        while (await daily.WaitForNextTickAsync(stoppingToken))
            Refresh();
    }

    [LoggerMessage(LogLevel.Information, "New token keys were made; they are used from tomorrow.")]
    private static partial void LogRotated(ILogger log);
}
