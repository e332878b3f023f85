using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Reporting.Exchange;

/// <summary>Mapping of what is exchanged with the sector database.</summary>
public sealed class ExchangeTables :
    IEntityTypeConfiguration<ExchangeRecord>,
    IEntityTypeConfiguration<FacilityFact>,
    IEntityTypeConfiguration<FormFigure>
{
    /// <summary>Name of the index that gives an object one line of numbers.</summary>
    public const string OneLinePerObject = "UX_ExchangeRecord_OnePerObject";

    private const int HashLength = 64;
    private const int PeriodLength = 20;

    public void Configure(EntityTypeBuilder<ExchangeRecord> builder)
    {
        builder.Property(r => r.Object).HasMaxLength(60).IsUnicode(false);
        builder.Property(r => r.RecordId).HasMaxLength(150);
        builder.Property(r => r.ContentHash).HasMaxLength(HashLength).IsFixedLength().IsUnicode(false);
        builder.HasOne(r => r.Library).WithMany().HasForeignKey(r => r.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.LibraryId, r.Object, r.RecordId }).IsUnique().HasDatabaseName(OneLinePerObject);
        builder.ToTable(table => table.HasCheckConstraint("CK_ExchangeRecord_Number", "[Number] > 0"));
    }

    public void Configure(EntityTypeBuilder<FacilityFact> builder)
    {
        builder.Property(f => f.Period).HasMaxLength(PeriodLength).IsUnicode(false);
        builder.Property(f => f.Criterion).HasMaxLength(500);
        builder.HasOne(f => f.Library).WithMany().HasForeignKey(f => f.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.LibraryId, f.Period, f.Scale, f.Criterion }).IsUnique();
        builder.ToTable(table => table.HasCheckConstraint(
            "CK_FacilityFact_NotNegative",
            "[UpperRooms] >= 0 AND [MiddleRooms] >= 0 AND [LowerRooms] >= 0 AND [UpperArea] >= 0 AND [MiddleArea] >= 0 AND [LowerArea] >= 0"));
    }

    public void Configure(EntityTypeBuilder<FormFigure> builder)
    {
        builder.Property(f => f.Period).HasMaxLength(PeriodLength).IsUnicode(false);
        builder.Property(f => f.Form).HasMaxLength(20);
        builder.Property(f => f.Row).HasMaxLength(10).IsUnicode(false);
        builder.Property(f => f.Column).HasMaxLength(40).IsUnicode(false);
        builder.HasOne(f => f.Library).WithMany().HasForeignKey(f => f.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.LibraryId, f.Period, f.Form, f.Row, f.Column }).IsUnique();
        builder.ToTable(table => table.HasCheckConstraint("CK_FormFigure_NotNegative", "[Value] >= 0"));
    }
}
