using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Platform.Api.Catalogue.Oai;

/// <summary>What the OAI-PMH provider says of itself, and its bounds (configuration section <c>Oai</c>).</summary>
internal sealed class OaiOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Oai";

    /// <summary>Whether <c>/oai</c> answers. Default: yes.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Name of the repository for people. Default: <c>Mục lục liên hợp thư viện trường học</c>.</summary>
    public string RepositoryName { get; set; } = "Mục lục liên hợp thư viện trường học";

    /// <summary>Mail address of who answers for the repository. Default: <c>thuvien@example.org</c>.</summary>
    public string AdminEmail { get; set; } = "thuvien@example.org";

    /// <summary>
    /// The domain in the identifiers of records, <c>oai:DOMAIN:123</c>. Never change it: harvesters would take every record for a new one.
    /// Default: <c>library.example.org</c>.
    /// </summary>
    public string Domain { get; set; } = "library.example.org";

    /// <summary>Records of one answer, 1 to 1,000. Default: 100.</summary>
    public int PageSize { get; set; } = 100;
}

/// <summary>Stops the start on values that would make invalid answers, and names each.</summary>
internal sealed class OaiOptionsValidator : IValidateOptions<OaiOptions>
{
    private const int LargestPage = 1_000;

    public ValidateOptionsResult Validate(string? name, OaiOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(OaiOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.RepositoryName))
            yield return "Oai:RepositoryName must not be empty.";
        if (!MailAddress.TryCreate(options.AdminEmail, out _))
            yield return $"Oai:AdminEmail must be a mail address, was '{options.AdminEmail}'.";
        if (Uri.CheckHostName(options.Domain) is not UriHostNameType.Dns)
            yield return $"Oai:Domain must be a domain name, was '{options.Domain}'.";
        if (options.PageSize is < 1 or > LargestPage)
            yield return $"Oai:PageSize must be between 1 and {LargestPage}, was {options.PageSize}.";
    }
}
