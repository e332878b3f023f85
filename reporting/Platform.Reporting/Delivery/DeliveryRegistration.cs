using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Reporting.Delivery.Channels;
using Platform.Reporting.Exchange;
using Platform.Storage;

namespace Platform.Reporting.Delivery;

/// <summary>Registers the delivery of reports for a host that has the database (<c>AddPlatformStorage</c>).</summary>
public static class DeliveryRegistration
{
    /// <summary>Adds the ledger, the channels and the dispatcher, with validated <see cref="DeliveryOptions"/>; once, however often it is called.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (services.Any(service => service.ServiceType == typeof(DeliveryDispatcher)))
            return services;
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection(DeliveryOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>());
        services.AddDeliveryClients();
        services.AddSingleton<ClientCredentials>();
        services.AddSingleton<IDeliveryChannel, FolderChannel>();
        services.AddSingleton<IDeliveryChannel, MailChannel>();
        services.AddSingleton<IDeliveryChannel, SftpChannel>();
        services.AddSingleton<IDeliveryChannel, HttpChannel>();
        services.AddSingleton(provider => new DeliveryQueue(provider.GetRequiredService<LibraryDbFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DeliveryDispatcher(
            provider.GetRequiredService<DeliveryQueue>(),
            provider.GetServices<IDeliveryChannel>(),
            provider.GetRequiredService<IOptions<DeliveryOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DeliveryDispatcher>>()));
        services.AddScoped<DeliveryLedger>();
        services.AddScoped<DeliveryAnswers>();
        services.AddScoped<ReportPost>();
        services.AddScoped<ExchangeDesk>();
        services.AddScoped<PortalAnswerDesk>();
        return services;
    }

    /// <summary>Lets the host send what is due for as long as it runs.</summary>
    public static IServiceCollection AddDeliveryLoop(this IServiceCollection services) => services.AddHostedService<DeliveryLoop>();
}
