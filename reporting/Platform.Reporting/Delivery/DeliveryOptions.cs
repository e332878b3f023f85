namespace Platform.Reporting.Delivery;

/// <summary>How deliveries are sent (configuration section <c>Delivery</c>). A channel works when its section is filled in.</summary>
public sealed class DeliveryOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Delivery";

    /// <summary>How long a worker may hold one delivery; afterwards another takes it up. Default: 5 minutes.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one attempt may take, less than <see cref="Lease"/>. Default: 2 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a running worker looks for due deliveries. Default: 15 seconds.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After so many attempts a delivery is dead. Default: 12.</summary>
    public int MaxAttempts { get; set; } = 12;

    /// <summary>The wait after the first failed attempt; it doubles with every further one. Default: 1 minute.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait between attempts. Default: 6 hours.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromHours(6);

    /// <summary>The folder channel.</summary>
    public FolderOptions Folder { get; set; } = new();

    /// <summary>The mail channel.</summary>
    public MailOptions Mail { get; set; } = new();

    /// <summary>The SFTP channel.</summary>
    public SftpOptions Sftp { get; set; } = new();

    /// <summary>The HTTP channel.</summary>
    public HttpOptions Http { get; set; } = new();
}

/// <summary>Settings of the folder channel (<c>Delivery:Folder</c>).</summary>
public sealed class FolderOptions
{
    /// <summary>The folder under which recipients have theirs; empty: the channel is off.</summary>
    public string Root { get; set; } = "";
}

/// <summary>Settings of the mail channel (<c>Delivery:Mail</c>).</summary>
public sealed class MailOptions
{
    /// <summary>The mail server; empty: the channel is off.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port. Default: 587.</summary>
    public int Port { get; set; } = 587;

    /// <summary><c>StartTls</c> (default), <c>Tls</c>, or <c>None</c> for a server on the same machine.</summary>
    public string Security { get; set; } = nameof(MailSecurity.StartTls);

    /// <summary>Account at the mail server; empty: none is needed.</summary>
    public string User { get; set; } = "";

    /// <summary>Password of the account.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";
}

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Not at all: only for a server on the same machine.</summary>
    None = 1,

    /// <summary>TLS from the first byte.</summary>
    Tls = 2,

    /// <summary>TLS after STARTTLS; refused without it.</summary>
    StartTls = 3,
}

/// <summary>Settings of the SFTP channel (<c>Delivery:Sftp</c>).</summary>
public sealed class SftpOptions
{
    /// <summary>The server; empty: the channel is off.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port. Default: 22.</summary>
    public int Port { get; set; } = 22;

    /// <summary>The server's key as <c>ssh-keygen -l</c> shows it after <c>SHA256:</c>; another key is refused.</summary>
    public string HostKey { get; set; } = "";

    /// <summary>The account.</summary>
    public string User { get; set; } = "";

    /// <summary>Password of the account; empty when a key is used.</summary>
    public string Password { get; set; } = "";

    /// <summary>File with the private key; empty when a password is used.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>The remote folder under which recipients have theirs. Default: the account's own.</summary>
    public string Root { get; set; } = ".";
}

/// <summary>Settings of the HTTP channel (<c>Delivery:Http</c>).</summary>
public sealed class HttpOptions
{
    /// <summary>The interface's address, for example <c>https://example.vn/api/</c>; empty: the channel is off.</summary>
    public string Address { get; set; } = "";

    /// <summary>Where tokens are issued.</summary>
    public string TokenAddress { get; set; } = "";

    /// <summary>The client's name at the token endpoint.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client's secret.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Scope to ask for; empty: none.</summary>
    public string Scope { get; set; } = "";
}
