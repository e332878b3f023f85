using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Bulk;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;
using Platform.Model.ChangeFeed;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Repository;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;
using Platform.Model.Sharing.Rotation;

namespace Platform.Storage.Export;

/// <summary>How the rows of an entity belong to a school.</summary>
internal enum Belonging
{
    /// <summary>By the columns that <see cref="SchoolTables.OwnersOf"/> names.</summary>
    Owned,

    /// <summary>Only as far as rows of the school point to them: a publication, another school's name.</summary>
    Context,

    /// <summary>With the row that they are a part of.</summary>
    Part,
}

/// <summary>Which tables go into a school's archive, and in which order they can be restored: what is pointed to first.</summary>
internal static class SchoolTables
{
    // What a school's own rows may take along of others: nothing about people.
    private static readonly HashSet<Type> Context =
        [typeof(Library), typeof(LibraryGroup), typeof(Organisation), typeof(BibliographicRecord), typeof(Item), typeof(RotationPlan), typeof(FileContent), typeof(InterLibraryLoan)];

    // Answers of repeated calls, files on their way in or out, what is read from files again: nothing that outlives a move.
    private static readonly HashSet<Type> Passing = [typeof(IdempotentCall), typeof(Upload), typeof(ImportFilePart), typeof(StagedRecord), typeof(FileReading), typeof(BulkJob)];

    private static readonly Dictionary<Type, string[]> Owners = new()
    {
        [typeof(Library)] = [nameof(Library.Id)],
        [typeof(InterLibraryLoan)] = [nameof(InterLibraryLoan.BorrowerId), nameof(InterLibraryLoan.LenderId)],
        [typeof(RotationMove)] = [nameof(RotationMove.OwnerId), nameof(RotationMove.ReceiverId)],
        [typeof(ItemTransfer)] = [nameof(ItemTransfer.LibraryId), nameof(ItemTransfer.ToLibraryId)],
        [typeof(ItemTransferLine)] = [nameof(ItemTransferLine.LibraryId), nameof(ItemTransferLine.ToLibraryId)],
        [typeof(EResourceUse)] = [nameof(EResourceUse.OwnerId)],
        [typeof(ChangeFeedEntry)] = [nameof(ChangeFeedEntry.LibraryId)],
        [typeof(Account)] = [nameof(Account.LibraryId)],
    };

    // Settings without a library hold for every school.
    private static readonly HashSet<Type> Shared = [typeof(LoanRule), typeof(SchoolYear), typeof(OpeningWeek), typeof(ClosedPeriod)];

    /// <summary>The tables, what is pointed to before what points to it.</summary>
    public static IReadOnlyList<IEntityType> InOrder(IModel model)
    {
        var all = model.GetEntityTypes().Where(e => typeof(LibraryDb).Assembly == e.ClrType.Assembly && !Passing.Contains(e.ClrType) && e.FindPrimaryKey() is not null && !e.IsOwned()).ToList();
        var placed = new List<IEntityType>();
        while (placed.Count < all.Count)
        {
            var ready = all.Except(placed).Where(e => e.GetForeignKeys().All(f => f.PrincipalEntityType == e || placed.Contains(f.PrincipalEntityType) || !all.Contains(f.PrincipalEntityType)))
                .OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
            // A circle is opened where no row needs the other.
            placed.AddRange(ready.Count > 0 ? ready : [all.Except(placed).OrderBy(e => e.GetForeignKeys().Count(f => f.IsRequired && !placed.Contains(f.PrincipalEntityType))).ThenBy(e => e.Name, StringComparer.Ordinal).First()]);
        }
        return placed;
    }

    /// <summary>How rows of the entity belong to a school.</summary>
    public static Belonging Of(IEntityType entity)
    {
        if (OwnersOf(entity).Count > 0)
            return Belonging.Owned;
        return Context.Contains(entity.ClrType) ? Belonging.Context : Belonging.Part;
    }

    /// <summary>The columns that hold the key of the school a row belongs to.</summary>
    public static IReadOnlyList<string> OwnersOf(IEntityType entity)
    {
        if (Owners.TryGetValue(entity.ClrType, out var named))
            return named;
        return entity.FindProperty(nameof(ILibraryOwned.LibraryId)) is not null ? [nameof(ILibraryOwned.LibraryId)] : [];
    }

    /// <summary>Whether rows without a library are settings for all.</summary>
    public static bool IsShared(IEntityType entity) => Shared.Contains(entity.ClrType);

    /// <summary>Whether rows of others may come along when rows of the school point to them.</summary>
    public static bool IsContext(IEntityType entity) => Context.Contains(entity.ClrType);
}
