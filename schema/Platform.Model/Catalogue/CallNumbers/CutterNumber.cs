using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Catalogue.CallNumbers;

/// <summary>A number that a library gives to a rhyme in place of the shipped one.</summary>
public sealed class CutterNumber : IVersioned, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The rhyme, without tone, in capitals: <c>UYÊN</c>.</summary>
    public required string Rhyme { get; init; }

    /// <summary>Its number: three digits.</summary>
    public required string Number { get; set; }

    /// <summary>The library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

internal sealed class CallNumberTables : IEntityTypeConfiguration<CutterNumber>
{
    public void Configure(EntityTypeBuilder<CutterNumber> number)
    {
        number.ToTable("CutterNumbers");
        number.Property(n => n.Rhyme).HasMaxLength(10);
        number.Property(n => n.Number).HasMaxLength(3);
        number.HasOne(n => n.Library).WithMany().HasForeignKey(n => n.LibraryId).OnDelete(DeleteBehavior.Restrict);
        number.HasIndex(n => new { n.LibraryId, n.Rhyme }).IsUnique();
    }
}
