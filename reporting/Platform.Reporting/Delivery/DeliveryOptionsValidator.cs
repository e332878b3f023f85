using Microsoft.Extensions.Options;
using MimeKit;

namespace Platform.Reporting.Delivery;

/// <summary>Stops the start on delivery settings that cannot work, all at once, each named with its value.</summary>
internal sealed class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        string[] faults = [.. Pace(options), .. Folder(options.Folder), .. Mail(options.Mail), .. Sftp(options.Sftp), .. Http(options.Http)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Pace(DeliveryOptions options)
    {
        if (options.Timeout <= TimeSpan.Zero)
            yield return $"Delivery:Timeout must be positive, was '{options.Timeout}'.";
        if (options.Lease <= options.Timeout)
            yield return $"Delivery:Lease must be longer than Delivery:Timeout ('{options.Timeout}'), was '{options.Lease}'.";
        if (options.Interval <= TimeSpan.Zero)
            yield return $"Delivery:Interval must be positive, was '{options.Interval}'.";
        if (options.MaxAttempts < 1)
            yield return $"Delivery:MaxAttempts must be at least 1, was {options.MaxAttempts}.";
        if (options.FirstWait <= TimeSpan.Zero || options.LongestWait < options.FirstWait)
            yield return $"Delivery:FirstWait must be positive and at most Delivery:LongestWait, were '{options.FirstWait}' and '{options.LongestWait}'.";
    }

    private static IEnumerable<string> Folder(FolderOptions folder)
    {
        if (folder.Root.Length > 0 && !Path.IsPathFullyQualified(folder.Root))
            yield return $"Delivery:Folder:Root must be a full path, was '{folder.Root}'.";
    }

    private static IEnumerable<string> Mail(MailOptions mail)
    {
        if (mail.Host.Length == 0)
            yield break;
        if (!IsPort(mail.Port))
            yield return $"Delivery:Mail:Port must be 1 to 65535, was {mail.Port}.";
        if (!Enum.TryParse<MailSecurity>(mail.Security, ignoreCase: true, out _))
            yield return $"Delivery:Mail:Security must be None, Tls or StartTls, was '{mail.Security}'.";
        if (!MailboxAddress.TryParse(mail.From, out _))
            yield return $"Delivery:Mail:From must be a mail address, was '{mail.From}'.";
    }

    private static IEnumerable<string> Sftp(SftpOptions sftp)
    {
        if (sftp.Host.Length == 0)
            yield break;
        if (!IsPort(sftp.Port))
            yield return $"Delivery:Sftp:Port must be 1 to 65535, was {sftp.Port}.";
        if (sftp.HostKey.Length == 0)
            yield return "Delivery:Sftp:HostKey must hold the server's key, was empty.";
        if (sftp.User.Length == 0)
            yield return "Delivery:Sftp:User must name the account, was empty.";
        if (sftp.Password.Length == 0 && sftp.KeyFile.Length == 0)
            yield return "Delivery:Sftp:Password or Delivery:Sftp:KeyFile must be set, both were empty.";
        if (sftp.KeyFile.Length > 0 && !File.Exists(sftp.KeyFile))
            yield return $"Delivery:Sftp:KeyFile '{sftp.KeyFile}' does not exist.";
    }

    private static IEnumerable<string> Http(HttpOptions http)
    {
        if (http.Address.Length == 0)
            yield break;
        if (!IsWeb(http.Address) || !http.Address.EndsWith('/'))
            yield return $"Delivery:Http:Address must be an https address (http only on this machine) that ends in '/', was '{http.Address}'.";
        if (!IsWeb(http.TokenAddress))
            yield return $"Delivery:Http:TokenAddress must be an https address (http only on this machine), was '{http.TokenAddress}'.";
        if (http.ClientId.Length == 0)
            yield return "Delivery:Http:ClientId must be set, was empty.";
        if (http.ClientSecret.Length == 0)
            yield return "Delivery:Http:ClientSecret must be set, was empty.";
    }

    private static bool IsPort(int port) => port is > 0 and <= 65535;

    // Plain http would send the secret readable: only to the machine itself, as for the sandbox.
    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
