namespace Platform.Model.Access;

/// <summary>What an account may be called.</summary>
public static class AccountName
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 3;

    /// <summary>Most characters.</summary>
    public const int Longest = 50;

    /// <summary>Name of the index in the database that keeps names unique.</summary>
    public const string UniqueIndex = "IX_Accounts_NameKey";

    /// <summary>How the names of demo accounts begin; no other account may use it, so that production can refuse them.</summary>
    public const string DemoPrefix = "demo-";

    /// <summary>Whether the name can be used: 3 to 50 letters, digits and the marks <c>. - _ @</c>, without Vietnamese marks or spaces.</summary>
    public static bool IsValid(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is >= Shortest and <= Longest && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@');
    }

    /// <summary>The name as it is compared: capitals do not matter.</summary>
    public static string KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Trim().ToUpperInvariant();
    }

    /// <summary>Whether the name is kept for demo accounts.</summary>
    public static bool IsDemo(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith(DemoPrefix, StringComparison.OrdinalIgnoreCase);
    }
}
