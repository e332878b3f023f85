using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Platform.Storage.Catalogue.Copying;

/// <summary>Registers the search for records in other catalogues.</summary>
public static class CopyRegistration
{
    /// <summary>Adds <see cref="CopySearch"/> and its options.</summary>
    public static IServiceCollection AddCopyCataloguing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CopyOptions>().Bind(configuration.GetSection(CopyOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CopyOptions>, CopyOptionsValidator>();
        // What failed is told to whoever asked; a server that is down is no news for the log.
        services.AddHttpClient(CopySearch.PublicClient).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => TargetConnection.HandlerFor(allowPrivateNetwork: false));
        services.AddHttpClient(CopySearch.AnyClient).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => TargetConnection.HandlerFor(allowPrivateNetwork: true));
        return services.AddSingleton<CopySearch>();
    }
}
