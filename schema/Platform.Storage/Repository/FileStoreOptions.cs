using Microsoft.Extensions.Options;
using Platform.Model.Repository;

namespace Platform.Storage.Repository;

/// <summary>Bounds and places of stored files (configuration section <c>Files</c>).</summary>
public sealed class FileStoreOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Files";

    /// <summary>Folder of stored files and of the files of bulk jobs; default: <c>files</c> in the data folder. Uploads and stored files are on one volume. Nodes share it.</summary>
    public string? Folder { get; set; }

    /// <summary>Most bytes of one file. Default: 8 GB.</summary>
    public long MostFileBytes { get; set; } = 8L << 30;

    /// <summary>Most bytes of all files of one library. Default: 200 GB.</summary>
    public long MostLibraryBytes { get; set; } = 200L << 30;

    /// <summary>Most files of one library. Default: 50,000.</summary>
    public int MostLibraryFiles { get; set; } = 50_000;

    /// <summary>Bytes of the volume that uploads leave free. Default: 1 GB.</summary>
    public long KeepFreeBytes { get; set; } = 1L << 30;

    /// <summary>How long an unfinished upload can be resumed. Default: 3 days.</summary>
    public TimeSpan UploadLifetime { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long a download link works. Default: 10 minutes.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a reader's turn at a work under copyright lasts unless renewed. Default: 20 minutes.</summary>
    public TimeSpan LeaseLifetime { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>Secret that signs links, at least 32 characters; when empty, one is made and kept in the data folder. Nodes share it.</summary>
    public string? LinkSecret { get; set; }

    /// <summary>Bounds of archives.</summary>
    public ArchiveLimits Archives { get; set; } = new();

    /// <summary>An object storage for stored files in place of the disk.</summary>
    public ObjectStorageOptions S3 { get; set; } = new();

    /// <summary>A virus scanner that is asked about each file.</summary>
    public ClamAvOptions ClamAv { get; set; } = new();

    /// <summary>Reading of texts and making of small pictures in the background.</summary>
    public ReadingOptions Reading { get; set; } = new();
}

/// <summary>Stops the start on bounds that cannot work, and names each with its value.</summary>
internal sealed class FileStoreOptionsValidator : IValidateOptions<FileStoreOptions>
{
    private const int ShortestSecret = 32;

    public ValidateOptionsResult Validate(string? name, FileStoreOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(FileStoreOptions options)
    {
        if (options.MostFileBytes <= 0)
            yield return $"Files:MostFileBytes must be positive, was {options.MostFileBytes}.";
        if (options.MostLibraryBytes < options.MostFileBytes)
            yield return $"Files:MostLibraryBytes must be at least Files:MostFileBytes, was {options.MostLibraryBytes}.";
        if (options.MostLibraryFiles <= 0)
            yield return $"Files:MostLibraryFiles must be positive, was {options.MostLibraryFiles}.";
        if (options.KeepFreeBytes < 0)
            yield return $"Files:KeepFreeBytes must not be negative, was {options.KeepFreeBytes}.";
        if (options.UploadLifetime <= TimeSpan.Zero)
            yield return $"Files:UploadLifetime must be positive, was {options.UploadLifetime}.";
        if (options.LinkLifetime <= TimeSpan.Zero || options.LinkLifetime > TimeSpan.FromDays(1))
            yield return $"Files:LinkLifetime must be positive and at most a day, was {options.LinkLifetime}.";
        if (options.LeaseLifetime <= TimeSpan.Zero || options.LeaseLifetime > TimeSpan.FromDays(1))
            yield return $"Files:LeaseLifetime must be positive and at most a day, was {options.LeaseLifetime}.";
        if (options.S3.Endpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https") || endpoint.AbsolutePath != "/"))
            yield return $"Files:S3:Endpoint must be an http(s) address without a path, was '{endpoint}'.";
        if (options.S3.Endpoint is not null && (options.S3.Bucket.Length == 0 || options.S3.AccessKey.Length == 0 || options.S3.SecretKey.Length == 0))
            yield return "Files:S3:Endpoint needs Bucket, AccessKey and SecretKey beside it.";
        if (options.ClamAv.Address is { } scanner && (!scanner.IsAbsoluteUri || scanner.Scheme is not (ClamAvOptions.UnixScheme or "tcp") || (scanner.Scheme == "tcp" && scanner.Port <= 0)))
            yield return $"Files:ClamAv:Address must be unix:///path or tcp://host:port, was '{scanner}'.";
        if (options.ClamAv.Patience <= TimeSpan.Zero)
            yield return $"Files:ClamAv:Patience must be positive, was {options.ClamAv.Patience}.";
        if (options.Reading.Patience <= TimeSpan.Zero || options.Reading.Patience > TimeSpan.FromMinutes(10))
            yield return $"Files:Reading:Patience must be positive and at most ten minutes, was {options.Reading.Patience}.";
        if (options.Reading.MostMegabytes is < 64 or > 16_384)
            yield return $"Files:Reading:MostMegabytes must be 64 to 16384, was {options.Reading.MostMegabytes}.";
        if (options.Reading.MostCharacters is < 1 or > 10_000_000)
            yield return $"Files:Reading:MostCharacters must be 1 to 10000000, was {options.Reading.MostCharacters}.";
        if (options.LinkSecret is { Length: > 0 and < ShortestSecret })
            yield return $"Files:LinkSecret must have at least {ShortestSecret} characters, had {options.LinkSecret.Length}.";
    }
}
