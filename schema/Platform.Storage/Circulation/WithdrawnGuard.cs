namespace Platform.Storage.Circulation;

/// <summary>
/// Triggers that keep open loans and withdrawn items apart, whoever writes: a loan of a withdrawn item is refused, and so is
/// withdrawing an item that is on loan. The status that stands for withdrawn is <see cref="Model.Catalogue.ItemStatus.Withdrawn"/>.
/// </summary>
internal static class WithdrawnGuard
{
    /// <summary>Name of the trigger on the loans.</summary>
    public const string OnLoans = "TR_Loans_ItemInStock";

    /// <summary>Name of the trigger on the items.</summary>
    public const string OnItems = "TR_Items_NoOpenLoan";

    /// <summary>Creates the triggers on SQLite. A migration that rebuilds one of the two tables there must create them again: a test tells.</summary>
    public static IReadOnlyList<string> Sqlite { get; } =
    [
        """
        CREATE TRIGGER IF NOT EXISTS "TR_Loans_ItemInStock" BEFORE INSERT ON "Loans"
        WHEN NEW."ReturnedAt" IS NULL AND (SELECT "Status" FROM "Items" WHERE "Id" = NEW."ItemId") = 4
        BEGIN SELECT RAISE(ABORT, 'A withdrawn item cannot be lent.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS "TR_Loans_ItemInStock_Reopened" BEFORE UPDATE OF "ReturnedAt", "ItemId" ON "Loans"
        WHEN NEW."ReturnedAt" IS NULL AND (SELECT "Status" FROM "Items" WHERE "Id" = NEW."ItemId") = 4
        BEGIN SELECT RAISE(ABORT, 'A withdrawn item cannot be lent.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS "TR_Items_NoOpenLoan" BEFORE UPDATE OF "Status" ON "Items"
        WHEN NEW."Status" = 4 AND EXISTS (SELECT 1 FROM "Loans" WHERE "ItemId" = NEW."Id" AND "ReturnedAt" IS NULL)
        BEGIN SELECT RAISE(ABORT, 'An item on loan cannot be withdrawn.'); END;
        """,
    ];

    // READCOMMITTEDLOCK: under row versioning the trigger would read the other transaction's past.
    /// <summary>Creates the triggers on SQL Server, each in a batch of its own.</summary>
    public static IReadOnlyList<string> SqlServer { get; } =
    [
        """
        EXEC(N'CREATE TRIGGER [TR_Loans_ItemInStock] ON [Loans] AFTER INSERT, UPDATE AS
        SET NOCOUNT ON;
        IF EXISTS (SELECT 1 FROM inserted AS l JOIN [Items] AS i WITH (READCOMMITTEDLOCK) ON i.[Id] = l.[ItemId] WHERE l.[ReturnedAt] IS NULL AND i.[Status] = 4)
            THROW 51001, ''A withdrawn item cannot be lent.'', 1;');
        """,
        """
        EXEC(N'CREATE TRIGGER [TR_Items_NoOpenLoan] ON [Items] AFTER UPDATE AS
        SET NOCOUNT ON;
        IF UPDATE([Status]) AND EXISTS (SELECT 1 FROM inserted AS i JOIN [Loans] AS l WITH (READCOMMITTEDLOCK) ON l.[ItemId] = i.[Id] WHERE i.[Status] = 4 AND l.[ReturnedAt] IS NULL)
            THROW 51002, ''An item on loan cannot be withdrawn.'', 1;');
        """,
    ];
}
