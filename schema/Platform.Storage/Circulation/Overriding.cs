using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>Which refusals remain when the caller sends override tokens back.</summary>
internal static class Overriding
{
    /// <summary>The refusals that stand: all but those whose token was sent by somebody who may override in this library.</summary>
    public static IReadOnlyList<DeskRefusal> Standing(
        LibraryDb db, long libraryId, IEnumerable<Refusal> refusals, string number, string card, IReadOnlyList<string> tokens)
    {
        var may = db.Scope.May(Permission.OverrideCirculation, libraryId);
        return
        [
            .. refusals
                .Select(refusal => new DeskRefusal(refusal, refusal.OverrideToken(number, card)))
                .Where(refusal => !may || refusal.OverrideToken is null || !tokens.Contains(refusal.OverrideToken)),
        ];
    }
}
