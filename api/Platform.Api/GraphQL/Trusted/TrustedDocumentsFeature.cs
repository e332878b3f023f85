using Platform.Model.Access;

namespace Platform.Api.GraphQL.Trusted;

/// <summary>Registered documents in the API.</summary>
internal static class TrustedDocumentsFeature
{
    public static IEnumerable<EntityType> Entities => [new TrustedDocumentFields()];

    public static void AddTo(RootType query, RootType mutation)
    {
        query.List<TrustedDocument>("trustedDocuments", "The registered documents of all clients.", Permission.Administer);
        mutation.With<RegisterTrustedDocuments>().With<WithdrawTrustedDocument>().With<SetClientRule>();
    }
}

/// <summary>What the API shows of a registered document.</summary>
internal sealed class TrustedDocumentFields : EntityType<TrustedDocument>
{
    public TrustedDocumentFields()
        : base(Permission.Administer, d => d.Id)
    {
        Column(d => d.ClientId).Sortable().Filterable();
        Column(d => d.Hash).Filterable();
        Column(d => d.Text);
        Column(d => d.RegisteredAt).Sortable();
    }
}
