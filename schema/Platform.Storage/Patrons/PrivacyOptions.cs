using Microsoft.Extensions.Options;

namespace Platform.Storage.Patrons;

/// <summary>How long what people read is tied to them, and from which number on they are counted for others (configuration section <c>Privacy</c>).</summary>
public sealed class PrivacyOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Privacy";

    /// <summary>For how many months after the end of a school year its finished loans still name their readers. Default: 5, one semester.</summary>
    public int MonthsLinked { get; set; } = 5;

    /// <summary>
    /// The smallest figure about pupils that readers outside the school see in statistics of loans, visits and readers; smaller ones are
    /// left out, and others with them, so that no total gives them away. 0 shows everything. Default: 5.
    /// </summary>
    public int SmallestCount { get; set; } = 5;

    /// <summary>How long the link to an export of a person's data works. Default: 10 minutes.</summary>
    public TimeSpan ExportLifetime { get; set; } = TimeSpan.FromMinutes(10);
}

/// <summary>Stops the start on a time that cannot work, and names it.</summary>
internal sealed class PrivacyOptionsValidator : IValidateOptions<PrivacyOptions>
{
    private const int MostMonths = 60;
    private const int MostCount = 1_000;

    public ValidateOptionsResult Validate(string? name, PrivacyOptions options)
    {
        var faults = new List<string>();
        if (options.MonthsLinked is < 0 or > MostMonths)
            faults.Add($"Privacy:MonthsLinked must be between 0 and {MostMonths}, was {options.MonthsLinked}.");
        if (options.SmallestCount is < 0 or > MostCount)
            faults.Add($"Privacy:SmallestCount must be between 0 and {MostCount}, was {options.SmallestCount}.");
        if (options.ExportLifetime <= TimeSpan.Zero || options.ExportLifetime > TimeSpan.FromDays(1))
            faults.Add($"Privacy:ExportLifetime must be positive and at most a day, was {options.ExportLifetime}.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
