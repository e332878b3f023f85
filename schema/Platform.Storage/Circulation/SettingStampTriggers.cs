namespace Platform.Storage.Circulation;

/// <summary>Triggers that give <see cref="Model.Circulation.SettingStamp"/> a new value with every change of what a desk's setting is read from.</summary>
internal static class SettingStampTriggers
{
    /// <summary>The tables that a desk's setting is read from: see <see cref="SettingReading"/>.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["LoanRules", "OpeningWeeks", "ClosedPeriods", "SchoolYears", "Memberships"];

    /// <summary>Makes the row and the triggers on SQLite. A migration that rebuilds one of the tables must create its triggers again: a test tells.</summary>
    public static IReadOnlyList<string> Sqlite { get; } =
    [
        """INSERT OR IGNORE INTO "SettingStamps" ("Id", "Value") VALUES (1, lower(hex(randomblob(16))));""",
        .. Tables.SelectMany(table => new[] { "INSERT", "UPDATE", "DELETE" }.Select(change => $"""
            CREATE TRIGGER IF NOT EXISTS "{NameOn(table)}_{change}" AFTER {change} ON "{table}"
            BEGIN UPDATE "SettingStamps" SET "Value" = lower(hex(randomblob(16))) WHERE "Id" = 1; END;
            """)),
    ];

    /// <summary>Makes the row and the triggers on SQL Server, each in a batch of its own.</summary>
    public static IReadOnlyList<string> SqlServer { get; } =
    [
        "IF NOT EXISTS (SELECT 1 FROM [SettingStamps]) INSERT INTO [SettingStamps] ([Id], [Value]) VALUES (1, CONVERT(varchar(36), NEWID()));",
        .. Tables.Select(table => $"""
            EXEC(N'CREATE TRIGGER [{NameOn(table)}] ON [{table}] AFTER INSERT, UPDATE, DELETE AS
            SET NOCOUNT ON;
            UPDATE [SettingStamps] SET [Value] = CONVERT(varchar(36), NEWID()) WHERE [Id] = 1;');
            """),
    ];

    /// <summary>Name of the trigger on a table; on SQLite the beginning of the names of its three.</summary>
    public static string NameOn(string table) => $"TR_{table}_SettingStamp";
}
