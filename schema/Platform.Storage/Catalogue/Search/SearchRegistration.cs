using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Model.Catalogue.Search;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Registers the search of the union catalogue.</summary>
public static class SearchRegistration
{
    /// <summary>
    /// Adds <see cref="IRecordSearch"/> on this node's index in the data folder, and what keeps the index up to date while the host runs.
    /// Needs <see cref="StorageRegistration.AddPlatformStorage"/>.
    /// </summary>
    public static IServiceCollection AddRecordSearch(this IServiceCollection services)
    {
        services.TryAddSingleton<SearchIndex>();
        services.TryAddSingleton<IndexFeed>();
        services.TryAddSingleton<IRecordSearch, LuceneRecordSearch>();
        services.AddHostedService<IndexWorker>();
        return services;
    }
}
