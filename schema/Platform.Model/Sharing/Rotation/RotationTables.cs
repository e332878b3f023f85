using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Sharing.Rotation;

/// <summary>Tables of rotations and the names of their indexes.</summary>
public sealed class RotationTables : IEntityTypeConfiguration<RotationPlan>, IEntityTypeConfiguration<RotationMove>
{
    /// <summary>Name of the index that lets an item travel in one rotation at a time.</summary>
    public const string OneOpenMovePerItem = "UX_RotationMove_OneOpenPerItem";

    /// <summary>Name of the index that lets a group have one plan at a time that is not closed.</summary>
    public const string OneOpenPlanPerGroup = "UX_RotationPlan_OneOpenPerGroup";

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<RotationPlan> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("RotationPlans");
        builder.Property(p => p.Semester).HasMaxLength(20).IsUnicode(false);
        builder.HasOne(p => p.Group).WithMany().HasForeignKey(p => p.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(p => p.Rules).HasMaxLength(Lengths.Line);
        builder.HasIndex(p => new { p.GroupId, p.Semester });
        builder.HasIndex(p => p.GroupId).IsUnique().HasDatabaseName(OneOpenPlanPerGroup).HasFilter("[State] IN (1, 2)");
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<RotationMove> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("RotationMoves", table => table.HasCheckConstraint("CK_RotationMove_Apart", "[OwnerId] <> [ReceiverId]"));
        builder.Ignore(m => m.HolderId);
        builder.Property(m => m.Reason).HasMaxLength(Lengths.Line);
        builder.Property(m => m.Settlement).HasMaxLength(Lengths.Line);
        builder.HasOne(m => m.Plan).WithMany(p => p.Moves).HasForeignKey(m => m.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Item).WithMany().HasForeignKey(m => m.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Owner).WithMany().HasForeignKey(m => m.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Receiver).WithMany().HasForeignKey(m => m.ReceiverId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.ItemId).IsUnique().HasDatabaseName(OneOpenMovePerItem).HasFilter("[ClosedOn] IS NULL");
        builder.HasIndex(m => new { m.PlanId, m.OwnerId, m.ReceiverId });
    }
}
