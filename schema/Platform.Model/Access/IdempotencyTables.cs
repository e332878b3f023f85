using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Access;

/// <summary>The table of idempotent calls.</summary>
public sealed class IdempotencyTables : IEntityTypeConfiguration<IdempotentCall>
{
    /// <summary>Name of the index that lets a caller use a key once.</summary>
    public const string OneCallPerKey = "UX_IdempotentCall_OnePerKey";

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<IdempotentCall> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(c => c.Actor).HasMaxLength(100);
        // Compared byte by byte: "aB" and "ab" are two keys.
        builder.Property(c => c.Key).HasMaxLength(100).IsFolded();
        builder.Property(c => c.Mutation).HasMaxLength(80).IsUnicode(false);
        builder.Property(c => c.InputHash).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.HasIndex(c => new { c.Actor, c.Key }).IsUnique().HasDatabaseName(OneCallPerKey);
        builder.HasIndex(c => c.At);
    }
}
