using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Model.Access;
using Platform.Reporting;
using Platform.Storage;
using Platform.Storage.Catalogue.Search;
using Platform.Storage.Repository;

namespace Platform.Cli;

/// <summary>The services of a command that works on the data, from the same configuration as the server: appsettings.json and the environment.</summary>
internal static class CommandHost
{
    /// <summary>Exit code: done.</summary>
    public const int Done = 0;

    /// <summary>Exit code: done in part, or something was repaired or refused.</summary>
    public const int Partial = 1;

    /// <summary>Exit code: could not be done.</summary>
    public const int Failed = 2;

    /// <summary>Runs a command as the platform itself. A wrong setting or a database that lags behind is said in one line on standard error.</summary>
    public static async Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task<int>> command, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddScoped(_ => Scope.System);
        builder.Services.AddPlatformStorage(builder.Configuration);
        builder.Services.AddFileStore(builder.Configuration);
        builder.Services.AddReports(builder.Configuration);
        builder.Services.AddRecordSearch();
        using var host = builder.Build();
        try
        {
            await using var scope = host.Services.CreateAsyncScope();
            return await command(scope.ServiceProvider, cancellationToken);
        }
        catch (OptionsValidationException fault)
        {
            return await FailAsync(string.Join(Environment.NewLine, fault.Failures));
        }
        catch (DatabaseNotReadyException fault)
        {
            return await FailAsync(fault.Message);
        }
    }

    /// <summary>Says what is wrong on standard error.</summary>
    public static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return Failed;
    }
}
