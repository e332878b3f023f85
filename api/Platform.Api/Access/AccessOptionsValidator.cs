using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Platform.Model.Access;

namespace Platform.Api.Access;

/// <summary>Stops the start on settings that cannot work or would not be safe, and names each with its value.</summary>
internal sealed partial class AccessOptionsValidator(IHostEnvironment environment) : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var faults = new List<string>();
        if (!environment.IsDevelopment() && options.Issuer is not { IsAbsoluteUri: true, Scheme: "https" })
            faults.Add($"Access:Issuer must be the platform's https:// address outside Development, was '{options.Issuer}': tokens and passwords must not travel unencrypted.");
        if (options.Issuer is { } issuer && (!issuer.IsAbsoluteUri || issuer.Query.Length > 0 || issuer.Fragment.Length > 0))
            faults.Add($"Access:Issuer must be an absolute address without query and fragment, was '{issuer}'.");
        faults.AddRange(options.TrustedProxies.Where(p => !IPAddress.TryParse(p, out _)).Select(p => $"Access:TrustedProxies must hold IP addresses, one was '{p}'."));
        Within(nameof(options.AccessTokenMinutes), options.AccessTokenMinutes, 1, 60);
        Within(nameof(options.RefreshTokenDays), options.RefreshTokenDays, 1, 90);
        Within(nameof(options.SessionMinutes), options.SessionMinutes, 5, 720);
        Within(nameof(options.AttemptsBeforeLock), options.AttemptsBeforeLock, 3, 100);
        Within(nameof(options.LockMinutes), options.LockMinutes, 1, 1440);
        Within(nameof(options.AttemptsPerNetwork), options.AttemptsPerNetwork, 10, 10_000);
        Within(nameof(options.KeyRotationDays), options.KeyRotationDays, 7, 365);
        if (options.FirstAdministrator is { } first)
            faults.AddRange(FaultsOf(first));
        for (var i = 0; i < options.Issuers.Count; i++)
            faults.AddRange(FaultsOf(options.Issuers[i], i));
        faults.AddRange(options.Issuers.GroupBy(o => o.Name).Where(g => g.Count() > 1).Select(g => $"Access:Issuers has the name '{g.Key}' more than once."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Within(string setting, int value, int least, int most)
        {
            if (value < least || value > most)
                faults.Add($"Access:{setting} must be {least} to {most}, was {value}.");
        }
    }

    // The password is not repeated: start faults are logged.
    private static IEnumerable<string> FaultsOf(FirstAdministratorOptions first)
    {
        if (!AccountName.IsValid(first.Name) || AccountName.IsDemo(first.Name))
            yield return $"Access:FirstAdministrator:Name must have 3 to 50 letters without marks, digits, or . - _ @, was '{first.Name}'.";
        if (PasswordRule.FaultOf(first.Name, first.Password) is { } fault)
            yield return $"Access:FirstAdministrator:Password cannot be used: {fault}.";
    }

    private static IEnumerable<string> FaultsOf(OutsideIssuer issuer, int index)
    {
        if (!ShortName().IsMatch(issuer.Name))
            yield return $"Access:Issuers:{index}:Name must be 2 to 50 lower-case letters, digits and hyphens, was '{issuer.Name}'.";
        if (issuer.Authority is not { IsAbsoluteUri: true, Scheme: "https" })
            yield return $"Access:Issuers:{index}:Authority must be an https:// address, was '{issuer.Authority}'.";
        if (issuer.ClientId.Length == 0 || issuer.ClientSecret.Length == 0)
            yield return $"Access:Issuers:{index} needs a ClientId and a ClientSecret.";
        if (issuer.Library.Length == 0)
            yield return $"Access:Issuers:{index}:Library must be the code of a library, was empty.";
        if (issuer.EmailDomain is null && issuer.CardClaim is null)
            yield return $"Access:Issuers:{index} must set EmailDomain or CardClaim: otherwise nobody could sign in by it.";
    }

    [GeneratedRegex("^[a-z0-9-]{2,50}$")]
    private static partial Regex ShortName();
}
