using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Access;

/// <summary>
/// A GraphQL document that was registered for a client: the client sends its hash in place of the text. A document that anybody
/// registered may be run by everybody, as far as they may do what it asks.
/// </summary>
public sealed class TrustedDocument
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The client for which it was registered, by its client identifier.</summary>
    public required string ClientId { get; init; }

    /// <summary>SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits: its name is <c>sha256:</c> and these.</summary>
    public required string Hash { get; init; }

    /// <summary>The document.</summary>
    public required string Text { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }
}

/// <summary>What a client is held to, beyond what its accounts may do.</summary>
public sealed class ClientRule
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The client, by its client identifier.</summary>
    public required string ClientId { get; init; }

    /// <summary>Whether the client may run registered documents only: any other text is refused.</summary>
    public bool TrustedDocumentsOnly { get; set; }
}

internal sealed class TrustedDocumentTables : IEntityTypeConfiguration<TrustedDocument>, IEntityTypeConfiguration<ClientRule>
{
    private const int ClientIdLength = 100;

    public void Configure(EntityTypeBuilder<TrustedDocument> document)
    {
        document.Property(d => d.ClientId).HasMaxLength(ClientIdLength).IsFolded();
        document.Property(d => d.Hash).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        document.HasIndex(d => new { d.ClientId, d.Hash }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ClientRule> rule)
    {
        rule.Property(r => r.ClientId).HasMaxLength(ClientIdLength).IsFolded();
        rule.HasIndex(r => r.ClientId).IsUnique();
    }
}
