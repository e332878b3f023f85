using System.Net;
using Microsoft.Extensions.Options;
using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Webhooks in the API.</summary>
internal static class WebhookFeature
{
    private const string Client = "webhooks";

    public static IEnumerable<EntityType> Entities => [new WebhookFields(), new WebhookAttemptFields()];

    public static void AddTo(RootType query, RootType mutation)
    {
        query.List<Webhook>("webhooks", "Addresses outside that are told of changes.", Permission.Administer);
        query.ById<Webhook>("webhook", "An address outside that is told of changes.", Permission.Administer);
        mutation.With<RegisterWebhook>().With<ChangeWebhook>().With<PauseWebhook>().With<ResumeWebhook>().With<ReplayWebhook>();
        mutation.With<RotateWebhookSecret>().With<DryRunWebhook>().With<TryWebhook>();
    }

    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection(WebhookOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.AddSingleton<NameLookup>((host, cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken));
        services.AddSingleton<WebhookNetwork>().AddSingleton<WebhookSecrets>().AddSingleton<WebhookFeed>().AddSingleton<WebhookCheck>();
        // Addresses may hold what only their receivers should read: they are not logged.
        services.AddHttpClient(Client).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<WebhookNetwork>().Handler());
        services.AddSingleton(provider => new WebhookSender(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client), provider.GetRequiredService<WebhookSecrets>(),
            provider.GetRequiredService<IOptions<WebhookOptions>>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<WebhookDispatcher>().AddHostedService<WebhookLoop>();
    }
}
