using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Platform.Storage.Export;

namespace Platform.Storage.Repository;

/// <summary>Registers stored files for a host.</summary>
public static class FileStoreRegistration
{
    /// <summary>Adds the file store, uploads and reading seats, with validated <see cref="FileStoreOptions"/>; needs <c>AddPlatformStorage</c>.</summary>
    public static IServiceCollection AddFileStore(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<FileStoreOptions>().Bind(configuration.GetSection(FileStoreOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FileStoreOptions>, FileStoreOptionsValidator>());
        services.AddSingleton<FileStore>(provider => provider.GetRequiredService<IOptions<FileStoreOptions>>().Value.S3.Endpoint is null
            ? ActivatorUtilities.CreateInstance<DiskStore>(provider)
            : ActivatorUtilities.CreateInstance<ObjectStore>(provider));
        services.AddSingleton<VirusScan>();
        services.AddSingleton<ReaderProcess>();
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<IUpkeep, UploadSweep>();
        services.AddSingleton<IUpkeep, FileRecheck>();
        services.AddSingleton<IUpkeep, ReadingCopies>();
        services.AddSingleton<SchoolExport>();
        services.AddSingleton<SchoolRestore>();
        services.AddSingleton<SignedLinks>();
        services.AddScoped<Uploads>();
        services.AddScoped<ReadingSeats>();
        return services;
    }
}
