using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.Access.Accounts;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;

namespace Platform.Api.Access;

/// <summary>Accounts in the API.</summary>
internal static class AccessFeature
{
    public static IEnumerable<EntityType> Entities => [new AccountFields(), new RoleAssignmentFields(), new SignInFields()];

    public static void AddTo(RootType query, RootType mutation, ValueKinds kinds)
    {
        query.One<Account>("me", "The account that asks; null for a caller without token.", Permission.ReadCatalogue, OwnAsync);
        query.AddField(MyPermissions(kinds));
        query.List<Account>("accounts", "Accounts of the caller's libraries.", Permission.ManageAccounts);
        query.ById<Account>("account", "An account of the caller's libraries.", Permission.ManageAccounts);
        query.List<SignIn>("signIns", "The audit of sign-ins: attempts on accounts of the caller's libraries; attempts with unknown names are seen by administrators only.", Permission.ManageAccounts);
        mutation.With<CreateAccount>().With<GrantRole>().With<RevokeRole>().With<LockAccount>().With<UnlockAccount>();
        mutation.With<ResetPassword>().With<ChangeMyPassword>().With<RegisterPortal>();
    }

    private static FieldType MyPermissions(ValueKinds kinds)
    {
        var field = kinds.Of(typeof(Permission)).Required().List().Required()
            .Field("myPermissions", "What the caller may do with this token, for at least one library. Permissions that the token was not given for are left out.");
        field.Resolver = new FuncFieldResolver<object>(context => ScopeOf(context).Permissions.Order().ToArray());
        return field.Requires(Permission.ReadCatalogue);
    }

    private static async Task<Row?> OwnAsync(EntityReader reader, Selection selection, IResolveFieldContext context) =>
        ScopeOf(context).AccountId is { } id
            ? await reader.ByIdAsync(selection, GlobalId.Of(nameof(Account), id), context.CancellationToken)
            : null;

    private static Scope ScopeOf(IResolveFieldContext context) => context.RequestServices!.GetRequiredService<Scope>(); // the runner always gives services
}
