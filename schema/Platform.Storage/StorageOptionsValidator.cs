using Microsoft.Extensions.Options;

namespace Platform.Storage;

/// <summary>Stops the start on a storage setting that cannot work, and names it with its value.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var known = Enum.TryParse<DatabaseProvider>(options.Provider, ignoreCase: true, out var provider) && Enum.IsDefined(provider);
        if (!known)
            return ValidateOptionsResult.Fail($"Storage:Provider must be Sqlite or SqlServer, was '{options.Provider}'.");
        if (provider is DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(options.ConnectionString))
            return ValidateOptionsResult.Fail("ConnectionStrings:Library must be set when Storage:Provider is SqlServer.");
        if (!Enum.TryParse<SqliteSynchronous>(options.Synchronous, ignoreCase: true, out var synchronous) || !Enum.IsDefined(synchronous))
            return ValidateOptionsResult.Fail($"Storage:Synchronous must be Full or Normal, was '{options.Synchronous}'.");
        return FolderFault(options.DataFolder) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }

    private static string? FolderFault(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
            return "Storage:DataFolder must name a folder, was empty.";
        var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"Storage:DataFolder '{folder}' cannot be written: {fault.Message}";
        }
    }
}
