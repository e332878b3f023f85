using Microsoft.Extensions.Options;

namespace Platform.Api.Bulk;

/// <summary>How bulk jobs are run (configuration section <c>Bulk</c>).</summary>
internal sealed class BulkOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Bulk";

    /// <summary>Whether this server works on bulk jobs; a node that only answers queries leaves them to the others. Default: true.</summary>
    public bool Runs { get; set; } = true;

    /// <summary>Jobs that this server works on at one time, 1 to 16. Default: 2.</summary>
    public int AtOnce { get; set; } = 2;

    /// <summary>Jobs of one account that are not over, 1 to 100. Default: 5.</summary>
    public int MostOpen { get; set; } = 5;

    /// <summary>Most bytes of a file to import. Default: 64 MB.</summary>
    public long MostFileBytes { get; set; } = 64L << 20;

    /// <summary>Most bytes of one line of it; a longer line is refused. Default: 256 KB.</summary>
    public int MostLineBytes { get; set; } = 256 << 10;

    /// <summary>Most lines of an import that does all or nothing: on SQLite nobody else writes meanwhile. Default: 2,000.</summary>
    public int MostLinesTogether { get; set; } = 2_000;

    /// <summary>Days for which a job and its files are kept after its end, 1 to 90. Default: 7.</summary>
    public int KeptDays { get; set; } = 7;

    /// <summary>Seconds after which another server takes up a job whose server was not heard of, 2 to 600. Default: 30.</summary>
    public int LeaseSeconds { get; set; } = 30;
}

internal sealed class BulkOptionsValidator : IValidateOptions<BulkOptions>
{
    public ValidateOptionsResult Validate(string? name, BulkOptions options)
    {
        var faults = new List<string>();
        Within(nameof(options.AtOnce), options.AtOnce, 1, 16);
        Within(nameof(options.MostOpen), options.MostOpen, 1, 100);
        Within(nameof(options.MostFileBytes), options.MostFileBytes, 1, 4L << 30);
        Within(nameof(options.MostLineBytes), options.MostLineBytes, 1 << 10, 16 << 20);
        Within(nameof(options.MostLinesTogether), options.MostLinesTogether, 1, 100_000);
        Within(nameof(options.KeptDays), options.KeptDays, 1, 90);
        Within(nameof(options.LeaseSeconds), options.LeaseSeconds, 2, 600);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Within(string setting, long value, long least, long most)
        {
            if (value < least || value > most)
                faults.Add($"Bulk:{setting} must be {least} to {most}, was {value}.");
        }
    }
}
