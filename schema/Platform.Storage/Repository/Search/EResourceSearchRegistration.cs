using Microsoft.Extensions.DependencyInjection;

namespace Platform.Storage.Repository.Search;

/// <summary>Registers the search of e-resources.</summary>
public static class EResourceSearchRegistration
{
    /// <summary>Adds <see cref="EResourceSearch"/> on this node's index, and what reads files and keeps the index while the host runs; needs <c>AddFileStore</c>.</summary>
    public static IServiceCollection AddEResourceSearch(this IServiceCollection services) =>
        services.AddSingleton<EResourceIndex>().AddSingleton<FileReadings>().AddSingleton<EResourceFeed>().AddSingleton<EResourceSearch>().AddHostedService<EResourceIndexWorker>();
}
