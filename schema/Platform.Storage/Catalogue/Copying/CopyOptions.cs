using Microsoft.Extensions.Options;

namespace Platform.Storage.Catalogue.Copying;

/// <summary>Where records are looked for that others have made already (configuration section <c>CopyCataloguing</c>).</summary>
public sealed class CopyOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "CopyCataloguing";

    /// <summary>SRU servers to ask, in this order, after the own union catalogue. Default: none.</summary>
    public IList<CopyTarget> Targets { get; init; } = [];

    /// <summary>Seconds that a server has for its whole answer, 1 to 60. Default: 10.</summary>
    public int TargetSeconds { get; set; } = 10;

    /// <summary>Most bytes of an answer, 10,000 to 50,000,000. Default: 4,000,000.</summary>
    public int MostBytes { get; set; } = 4_000_000;
}

/// <summary>An SRU server.</summary>
public sealed class CopyTarget
{
    /// <summary>Code of the library whose records it gives, as it stands in 040 of records that do not name one.</summary>
    public string Code { get; set; } = "";

    /// <summary>Its name for people.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its address up to the question mark.</summary>
    public Uri? Address { get; set; }

    /// <summary>The version of SRU it is spoken to in: 1.1, 1.2 or 2.0. Default: 1.1, which every server knows.</summary>
    public string Version { get; set; } = "1.1";

    /// <summary>The schema asked for; empty to ask for none. Default: <c>marcxml</c>.</summary>
    public string RecordSchema { get; set; } = "marcxml";

    /// <summary>Its index for words. Default: <c>cql.serverChoice</c>.</summary>
    public string WordIndex { get; set; } = "cql.serverChoice";

    /// <summary>Its index for ISBNs. Default: <c>bath.isbn</c>.</summary>
    public string IsbnIndex { get; set; } = "bath.isbn";

    /// <summary>Whether it may stand in a private network. Default: no; a name that leads there is then not called.</summary>
    public bool AllowPrivateNetwork { get; set; }
}

/// <summary>Stops the start on servers that cannot be asked, and names each.</summary>
internal sealed class CopyOptionsValidator : IValidateOptions<CopyOptions>
{
    public ValidateOptionsResult Validate(string? name, CopyOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(CopyOptions options)
    {
        if (options.TargetSeconds is < 1 or > 60)
            yield return $"CopyCataloguing:TargetSeconds must be between 1 and 60, was {options.TargetSeconds}.";
        if (options.MostBytes is < 10_000 or > 50_000_000)
            yield return $"CopyCataloguing:MostBytes must be between 10,000 and 50,000,000, was {options.MostBytes}.";
        if (options.Targets.GroupBy(target => target.Code).FirstOrDefault(same => same.Count() > 1) is { } twice)
            yield return $"CopyCataloguing:Targets names '{twice.Key}' twice.";
        foreach (var target in options.Targets)
        {
            if (string.IsNullOrWhiteSpace(target.Code) || string.IsNullOrWhiteSpace(target.Name))
                yield return $"CopyCataloguing:Targets has one without Code or Name ('{target.Code}', '{target.Name}').";
            if (target.Address is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "" })
                yield return $"CopyCataloguing:Targets:{target.Code}:Address must be an http or https address without a query, was '{target.Address}'.";
            if (target.Version is not ("1.1" or "1.2" or "2.0"))
                yield return $"CopyCataloguing:Targets:{target.Code}:Version must be 1.1, 1.2 or 2.0, was '{target.Version}'.";
        }
    }
}
