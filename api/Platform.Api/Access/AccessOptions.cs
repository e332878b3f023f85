namespace Platform.Api.Access;

/// <summary>How people and programs sign in (configuration section <c>Access</c>).</summary>
internal sealed class AccessOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Access";

    /// <summary>The address where nothing else is configured: development on one machine.</summary>
    public static Uri OnThisMachine { get; } = new("http://localhost:5080/");

    /// <summary>
    /// The address under which the platform is reached, as it stands in tokens (claim <c>iss</c>). Must be set, and begin with
    /// <c>https://</c>, in Production. Default in Development: <c>http://localhost:5080/</c>.
    /// </summary>
    public Uri? Issuer { get; set; }

    /// <summary>Addresses of the proxies that end TLS before the platform; their <c>X-Forwarded-*</c> headers are believed, no others. Default: none.</summary>
    public IList<string> TrustedProxies { get; init; } = [];

    /// <summary>Minutes until an access token expires, 1 to 60. Default: 15.</summary>
    public int AccessTokenMinutes { get; set; } = 15;

    /// <summary>Days until an unused refresh token expires, 1 to 90. Default: 14.</summary>
    public int RefreshTokenDays { get; set; } = 14;

    /// <summary>Minutes of idleness after which the sign-in page asks again, 5 to 720. Default: 30, because school computers are shared.</summary>
    public int SessionMinutes { get; set; } = 30;

    /// <summary>Wrong passwords in a row after which an account is locked, 3 to 100. Default: 8.</summary>
    public int AttemptsBeforeLock { get; set; } = 8;

    /// <summary>Minutes for which an account stays locked, 1 to 1440. Default: 15.</summary>
    public int LockMinutes { get; set; } = 15;

    /// <summary>Failed attempts from one network within <see cref="LockMinutes"/> after which it waits, 10 to 10,000. Default: 200; a whole school may share one address.</summary>
    public int AttemptsPerNetwork { get; set; } = 200;

    /// <summary>Days after which a new signing key is made, 7 to 365. Default: 90. Old keys stay valid as long again.</summary>
    public int KeyRotationDays { get; set; } = 90;

    /// <summary>Outside issuers whose accounts may sign in, for example a school's Google or Microsoft accounts. Default: none.</summary>
    public IList<OutsideIssuer> Issuers { get; init; } = [];

    /// <summary>The administrator's account to open while nobody administers the platform. Default: none.</summary>
    public FirstAdministratorOptions? FirstAdministrator { get; set; }
}

/// <summary>The first account of a new platform; remove it from the configuration afterwards.</summary>
internal sealed class FirstAdministratorOptions
{
    /// <summary>What is typed at sign-in: 3 to 50 letters without marks, digits, or . - _ @.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its first password, 10 to 128 characters.</summary>
    public string Password { get; set; } = "";
}

/// <summary>An outside OpenID Connect issuer, and how its people are found here.</summary>
internal sealed class OutsideIssuer
{
    /// <summary>A short name for addresses and the database: lower-case letters, digits, hyphens; never changed.</summary>
    public string Name { get; set; } = "";

    /// <summary>What the button on the sign-in page says.</summary>
    public string Title { get; set; } = "";

    /// <summary>The issuer's address, below which its discovery document stands.</summary>
    public Uri? Authority { get; set; }

    /// <summary>The platform's client identifier at the issuer.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The platform's secret at the issuer; keep it out of files under version control.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Code of the library whose people come this way; accounts of other libraries are never opened by it.</summary>
    public string Library { get; set; } = "";

    /// <summary>The mail domain that a verified address must have to open the account of the same name. Default: none, addresses open nothing.</summary>
    public string? EmailDomain { get; set; }

    /// <summary>The claim that holds the card number (mã học sinh); its first sign-in makes the patron's account. Default: none.</summary>
    public string? CardClaim { get; set; }
}
