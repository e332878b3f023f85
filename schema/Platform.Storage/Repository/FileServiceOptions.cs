namespace Platform.Storage.Repository;

/// <summary>An object storage that speaks S3.</summary>
public sealed class ObjectStorageOptions
{
    /// <summary>Its address, for example <c>https://s3.example.org</c>; when empty, files are stored on disk.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The bucket; it must exist.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>Region with which requests are signed. Default: <c>us-east-1</c>.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>Name of the access key.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>Secret of the access key.</summary>
    public string SecretKey { get; set; } = "";
}

/// <summary>ClamAV's daemon.</summary>
public sealed class ClamAvOptions
{
    /// <summary>Scheme of a Unix socket's address.</summary>
    public const string UnixScheme = "unix";

    /// <summary>Where it listens: <c>unix:///run/clamav/clamd.ctl</c> or <c>tcp://host:3310</c>; when empty, files are not scanned.</summary>
    public Uri? Address { get; set; }

    /// <summary>How long one file may take. Default: 5 minutes.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What becomes of a file when it does not answer: <c>Refuse</c> throws it away, <c>Hold</c> keeps its bytes, unseen, until it was scanned or the upload expires. Default: <c>Refuse</c>.</summary>
    public WhenNotScanned WhenDown { get; set; } = WhenNotScanned.Refuse;
}

/// <summary>What becomes of a file that could not be scanned.</summary>
public enum WhenNotScanned
{
    /// <summary>It is refused.</summary>
    Refuse = 1,

    /// <summary>It waits.</summary>
    Hold = 2,
}

/// <summary>Bounds of reading one stored file.</summary>
public sealed class ReadingOptions
{
    /// <summary>Whether texts are read and small pictures made. Default: yes.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long one file may take. Default: 30 seconds.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Most memory for one file, in megabytes. Default: 512.</summary>
    public int MostMegabytes { get; set; } = 512;

    /// <summary>Larger files are not read. Default: 500 MB.</summary>
    public long MostFileBytes { get; set; } = 500L << 20;

    /// <summary>Most characters of a file that are searched. Default: 1,000,000.</summary>
    public int MostCharacters { get; set; } = 1_000_000;
}
