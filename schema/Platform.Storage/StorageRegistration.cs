using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage.Catalogue.Import;
using Platform.Storage.Circulation;
using Platform.Storage.Demo;
using Platform.Storage.Patrons;
using Platform.Storage.Sharing;
using Platform.Storage.Sqlite;
using Platform.Storage.Synthetic;

namespace Platform.Storage;

/// <summary>Registers the database for a host.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds <see cref="LibraryDb"/> for the caller's <see cref="Scope"/> (scoped; the host registers how a request gets its scope,
    /// otherwise it is <see cref="Scope.Anonymous"/>), the database's life cycle, and validated <see cref="StorageOptions"/>.
    /// </summary>
    public static IServiceCollection AddPlatformStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section))
            .Configure(options => options.ConnectionString ??= configuration.GetConnectionString("Library"))
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>());
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection(PrivacyOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PrivacyOptions>, PrivacyOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped(_ => Scope.Anonymous);
        services.AddSingleton<LibraryDbFactory>();
        services.AddSingleton<DatabaseLifecycle>();
        services.AddSingleton<RecordImport>();
        services.AddSingleton<ImportUndo>();
        services.AddSingleton<ImportStaging>();
        services.AddSingleton<ImportWork>();
        services.AddSingleton<SyntheticGroup>();
        services.AddSingleton<SqliteBackup>();
        services.AddSingleton<DemoGroup>();
        services.AddSingleton<IUpkeep, Reminding>();
        services.AddSingleton<IUpkeep, LibraryUpkeep>();
        services.AddScoped(provider => provider.GetRequiredService<LibraryDbFactory>().For(provider.GetRequiredService<Scope>()));
        return services;
    }
}
