using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Sharing;

internal sealed class SharingTables :
    IEntityTypeConfiguration<LibraryGroup>,
    IEntityTypeConfiguration<Membership>,
    IEntityTypeConfiguration<MemberLevel>
{
    public void Configure(EntityTypeBuilder<LibraryGroup> group)
    {
        group.Property(g => g.Code).HasMaxLength(20);
        group.Property(g => g.Name).HasMaxLength(200);
        group.Property(g => g.LenderOrder).HasMaxLength(100).IsUnicode(false);
        group.HasIndex(g => g.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasOne(m => m.Group).WithMany(g => g.Memberships).HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne(m => m.Library).WithMany().HasForeignKey(m => m.LibraryId).OnDelete(DeleteBehavior.Restrict);
        membership.HasIndex(m => new { m.GroupId, m.LibraryId, m.JoinedOn }).IsUnique();
        // One hub at a time: the lead library is the group's single focal point (NĐ 93/2020 Đ.25).
        membership.HasIndex(m => m.GroupId).IsUnique().HasDatabaseName("UX_Membership_OneHub").HasFilter("[IsHub] = 1 AND [LeftOn] IS NULL");
    }

    public void Configure(EntityTypeBuilder<MemberLevel> level)
    {
        level.ToTable("MemberLevels");
        level.HasOne(l => l.Group).WithMany().HasForeignKey(l => l.GroupId).OnDelete(DeleteBehavior.Restrict);
        level.HasOne(l => l.Library).WithMany().HasForeignKey(l => l.LibraryId).OnDelete(DeleteBehavior.Restrict);
        level.HasIndex(l => new { l.GroupId, l.LibraryId, l.Kind, l.FromOn }).IsUnique();
    }
}
