using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>The rules of the desk say no. Where it can be overridden, send the token back in overrideTokens; that needs the permission OVERRIDE_CIRCULATION.</summary>
/// <param name="Reason">Why.</param>
/// <param name="CanOverride">Whether somebody with the permission may override it.</param>
/// <param name="OverrideToken">What to send back; null where it cannot be overridden. It fits this item, this patron and this value only.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record DeskRefused(RefusalCode Reason, bool CanOverride, string? OverrideToken, string Vietnamese, string English)
    : MutationError("DESK_REFUSED", Vietnamese, English)
{
    public static IReadOnlyList<MutationError> Of(IEnumerable<DeskRefusal> refusals) => [.. refusals.Select(Of)];

    private static DeskRefused Of(DeskRefusal refusal) =>
        new(refusal.Refusal.Code, refusal.Refusal.CanOverride, refusal.OverrideToken, refusal.Refusal.Vietnamese, refusal.Refusal.English);
}

/// <summary>Asks before an operation what every operation of the desk asks first.</summary>
internal static class DeskAccess
{
    /// <summary>Why the caller may not work for the library; empty when it may.</summary>
    public static IReadOnlyList<MutationError> Denied(this Scope scope, Permission permission, long libraryId) =>
        scope.May(permission, libraryId) ? [] : [NotPermitted.ForLibrary];
}
