using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Catalogue.Numbering;

/// <summary>
/// How a library numbers one register: prefix and running number, such as <c>TK.00012</c>. A number is given once, whatever becomes of the
/// copy; numbers of a register follow each other without gaps, but for those that an import has taken.
/// </summary>
public sealed class NumberPattern : IVersioned, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The register.</summary>
    public required ItemType Type { get; init; }

    /// <summary>What stands before the running number, separator and all: <c>TK.</c>, <c>STK-</c>; may be empty.</summary>
    public required string Prefix { get; set; }

    /// <summary>Digits of the running number, filled up with zeros; a longer number is written whole.</summary>
    public required int Digits { get; set; }

    /// <summary>The running number that comes next.</summary>
    public required long Next { get; set; }

    /// <summary>The library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The registration number with this running number.</summary>
    public string Format(long number) => Prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');

    /// <summary>The running number of a registration number of this pattern; null for any other text.</summary>
    public long? NumberIn(string registrationNumber)
    {
        ArgumentNullException.ThrowIfNull(registrationNumber);
        return registrationNumber.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(registrationNumber.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>The prefix that registers have in most schools, for a library that has set none.</summary>
    public static string UsualPrefix(ItemType type) => type switch
    {
        ItemType.Textbook => "GK.",
        ItemType.TeacherBook => "NV.",
        ItemType.ReferenceBook => "TK.",
        ItemType.ChildrensBook => "TN.",
        ItemType.Periodical => "BC.",
        _ => "TL.",
    };
}

internal sealed class NumberingTables : IEntityTypeConfiguration<NumberPattern>
{
    public void Configure(EntityTypeBuilder<NumberPattern> pattern)
    {
        pattern.ToTable("NumberPatterns");
        pattern.Property(p => p.Prefix).HasMaxLength(30);
        pattern.HasOne(p => p.Library).WithMany().HasForeignKey(p => p.LibraryId).OnDelete(DeleteBehavior.Restrict);
        pattern.HasIndex(p => new { p.LibraryId, p.Type }).IsUnique();
        // Two registers with one prefix would number the same copies.
        pattern.HasIndex(p => new { p.LibraryId, p.Prefix }).IsUnique().HasDatabaseName("UX_NumberPattern_OnePrefix");
    }
}
