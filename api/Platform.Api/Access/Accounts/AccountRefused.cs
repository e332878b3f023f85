using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;

namespace Platform.Api.Access.Accounts;

/// <summary>The rules of accounts and roles say no.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record AccountRefused(AccountRefusalCode Reason, string Vietnamese, string English) : MutationError("ACCOUNT_REFUSED", Vietnamese, English)
{
    public static AccountRefused Of(AccountRefusal refusal) => new(refusal.Code, refusal.Vietnamese, refusal.English);
}
