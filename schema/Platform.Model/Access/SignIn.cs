namespace Platform.Model.Access;

/// <summary>One attempt to sign in, kept for the audit: never the typed name, which is sometimes a password.</summary>
public sealed class SignIn
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>When it was tried.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The account; null when the name was unknown.</summary>
    public long? AccountId { get; init; }

    /// <summary>By which way.</summary>
    public required SignInMethod Method { get; init; }

    /// <summary>How it ended.</summary>
    public required SignInOutcome Outcome { get; init; }

    /// <summary>The network it came from, not the machine: the first 24 bits of an IPv4, the first 48 of an IPv6 address.</summary>
    public required string Network { get; init; }

    /// <summary>The account; null when the name was unknown.</summary>
    public Account? Account { get; init; }
}

/// <summary>A way to sign in.</summary>
public enum SignInMethod : byte
{
    /// <summary>Name and password on the sign-in page.</summary>
    Password = 1,

    /// <summary>An account at an outside issuer.</summary>
    External = 2,

    /// <summary>The current password, typed again to change it.</summary>
    PasswordChange = 3,
}

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInOutcome : byte
{
    /// <summary>Signed in.</summary>
    Succeeded = 1,

    /// <summary>The name exists, the password is not its.</summary>
    WrongPassword = 2,

    /// <summary>No such account, or it has no password.</summary>
    UnknownName = 3,

    /// <summary>Too many wrong attempts on the account.</summary>
    Locked = 4,

    /// <summary>The account is closed.</summary>
    Closed = 5,

    /// <summary>Too many wrong attempts from the network.</summary>
    NetworkBlocked = 6,

    /// <summary>The outside account opens none here.</summary>
    NotLinked = 7,
}
