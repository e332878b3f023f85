namespace Platform.Model.Access;

/// <summary>
/// Someone or something that signs in: a person with a password or a school account elsewhere, or a service with a client secret.
/// It keeps no name, address or telephone: who a pupil is, is said by the patron that a role points to.
/// </summary>
public sealed class Account : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>What is typed at sign-in: 3 to 50 characters; for a service its client identifier.</summary>
    public required string Name { get; set; }

    /// <summary>The name in upper case, unique; never shown.</summary>
    public string NameKey { get; set; } = "";

    /// <summary>A person or a service.</summary>
    public required AccountKind Kind { get; init; }

    /// <summary>The library whose librarians manage the account; null when only administrators do.</summary>
    public long? LibraryId { get; set; }

    /// <summary>Salted hash of the password; null when the account signs in elsewhere or is a service.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every password and closure: sessions that carry an older stamp end.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Wrong attempts since the last success or lock; counted before a password is looked at.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>Until when no password is accepted; null when not locked.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Since when nobody can sign in with the account; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>What the account is, where, and in which days.</summary>
    public ICollection<RoleAssignment> Roles { get; init; } = [];

    /// <summary>The accounts elsewhere that open this one.</summary>
    public ICollection<ExternalSignIn> ExternalSignIns { get; init; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Who is behind an account.</summary>
public enum AccountKind : byte
{
    /// <summary>A person, who signs in on the sign-in page.</summary>
    Person = 1,

    /// <summary>A program, which signs in with a client secret.</summary>
    Service = 2,
}

/// <summary>An account at an outside issuer (a school's Google or Microsoft sign-in) that opens an account here.</summary>
public sealed class ExternalSignIn
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The account here.</summary>
    public long AccountId { get; init; }

    /// <summary>Name of the issuer in the configuration.</summary>
    public required string Issuer { get; init; }

    /// <summary>The issuer's own, stable key of the person (claim <c>sub</c>).</summary>
    public required string Subject { get; init; }
}
