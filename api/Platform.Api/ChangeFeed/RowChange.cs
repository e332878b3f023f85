using System.Collections.Frozen;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.ChangeFeed;
using Platform.Model.Circulation;
using Platform.Model.Notices;
using Platform.Model.Patrons;
using Platform.Model.Repository;

namespace Platform.Api.ChangeFeed;

/// <summary>A committed change of a row.</summary>
/// <param name="Sequence">Position in the change feed: go on after it when the connection broke.</param>
/// <param name="Kind">What happened to the row.</param>
/// <param name="At">When it was saved.</param>
/// <param name="Type">Name of the row's type.</param>
/// <param name="Key">The row's key.</param>
internal sealed record RowChange(long Sequence, ChangeKind Kind, DateTimeOffset At, string Type, long Key)
{
    public static RowChange Of(ChangeFeedEntry entry) => new(entry.Sequence, entry.Kind, entry.At, entry.Entity, entry.EntityId);

    // Of these rows a caller with the type's own permission sees some only: the own card, the own account, what is published. The feed
    // does not know which, so it shows them to those who see a library's rows as a whole.
    private static readonly FrozenDictionary<string, Permission> SeenAsAWholeBy = new Dictionary<string, Permission>
    {
        [nameof(Account)] = Permission.ManageAccounts,
        [nameof(RoleAssignment)] = Permission.ManageAccounts,
        [nameof(Patron)] = Permission.ReadPatrons,
        [nameof(PatronLook)] = Permission.ReadPatrons,
        [nameof(Loan)] = Permission.Circulate,
        [nameof(Hold)] = Permission.Circulate,
        [nameof(Charge)] = Permission.Circulate,
        [nameof(Notice)] = Permission.Circulate,
        [nameof(EResource)] = Permission.EditRepository,
        [nameof(EResourceVersion)] = Permission.EditRepository,
        [nameof(EResourceFile)] = Permission.EditRepository,
    }.ToFrozenDictionary();

    /// <summary>Whether the caller may learn of the change: the row's type is published, and the caller sees all such rows of the row's library.</summary>
    public static bool IsSeenBy(Scope scope, EntityGraphs graphs, ChangeFeedEntry entry)
    {
        if (graphs.TypeOf(entry.Entity) is not { } type || !scope.May(type.Permission))
            return false;
        var needed = SeenAsAWholeBy.GetValueOrDefault(entry.Entity, type.Permission);
        return needed switch
        {
            Permission.ReadCatalogue => true,
            Permission.ReadOwn => false,
            _ => entry.LibraryId is { } library ? scope.May(needed, library) : scope.ReachOf(needed).Everywhere,
        };
    }
}
