using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Platform.Reporting.Definitions;
using Platform.Reporting.Delivery;
using Platform.Reporting.Doctor;
using Platform.Reporting.Notices;
using Platform.Reporting.Runs;
using Platform.Reporting.Scheduling;
using Platform.Reporting.Snapshots;
using Platform.Reporting.Standards;
using Platform.Reporting.Submissions;
using Platform.Reporting.Summaries;
using Platform.Storage;

namespace Platform.Reporting;

/// <summary>Registers reporting for a host.</summary>
public static class ReportingRegistration
{
    /// <summary>Adds the catalogue of reports, the runner and delivery, and the scheduler with the delivery loop unless <c>Reporting:Scheduler</c> is <c>Off</c>. The host adds the storage.</summary>
    public static IServiceCollection AddPlatformReporting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddReports(configuration);
        var reporting = configuration.GetSection(ReportingOptions.Section).Get<ReportingOptions>() ?? new ReportingOptions();
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        storage.ConnectionString ??= configuration.GetConnectionString("Library");
        // Values that cannot be read stop the start with their names when the options are validated.
        var isReadable = Enum.TryParse<SchedulerMode>(reporting.Scheduler, ignoreCase: true, out var mode) && Enum.TryParse<DatabaseProvider>(storage.Provider, ignoreCase: true, out _);
        if (isReadable && mode is SchedulerMode.InProcess)
        {
            services.AddScheduler(reporting, storage);
            services.AddDeliveryLoop();
        }
        return services;
    }

    /// <summary>Adds the catalogue of reports, the runner and delivery, without anything that runs by itself: for tools.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<ReportingOptions>().Bind(configuration.GetSection(ReportingOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ReportingOptions>, ReportingOptionsValidator>());
        services.AddDelivery(configuration);
        services.TryAddSingleton(_ => DefinitionCatalogue.Load());
        services.TryAddSingleton<SnapshotBuilder>();
        services.TryAddSingleton<ReportRunner>();
        services.TryAddSingleton<SubmissionDesk>();
        services.TryAddSingleton<ConsolidationDesk>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IUpkeep, ReportDeadlines>());
        services.TryAddSingleton<NoticeMail>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IUpkeep, NoticePost>());
        services.TryAddSingleton<ReportVerifier>();
        services.TryAddSingleton<ReportDoctor>();
        services.TryAddSingleton<StandardDesk>();
        services.TryAddSingleton<StandingList>();
        services.TryAddSingleton<SummaryBuilder>();
        services.TryAddSingleton<SummaryDesk>();
        services.TryAddSingleton<ScheduleDesk>();
        return services;
    }
}
