namespace Platform.Model.Circulation;

/// <summary>
/// The one row that says which state of the lending matrix, the calendars and the memberships the database is in. Triggers give it a new
/// random value with every change of theirs, whoever writes, in the transaction of the change: what was read beside a value holds as long
/// as the value is found again, after a change that was rolled back, too.
/// </summary>
public sealed class SettingStamp
{
    /// <summary>Key of the one row.</summary>
    public const long Only = 1;

    /// <summary>The row's key.</summary>
    public long Id { get; init; } = Only;

    /// <summary>The state; never the same twice.</summary>
    public required string Value { get; init; }
}
