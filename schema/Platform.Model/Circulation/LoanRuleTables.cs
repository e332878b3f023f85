using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Sharing;

namespace Platform.Model.Circulation;

internal sealed class LoanRuleTables :
    IEntityTypeConfiguration<LoanRule>,
    IEntityTypeConfiguration<OpeningWeek>,
    IEntityTypeConfiguration<ClosedPeriod>,
    IEntityTypeConfiguration<SettingStamp>
{
    public void Configure(EntityTypeBuilder<LoanRule> rule)
    {
        rule.Ignore(r => r.Level);
        rule.Property(r => r.Key).HasMaxLength(60).IsUnicode(false);
        rule.HasOne<Library>().WithMany().HasForeignKey(r => r.LibraryId).OnDelete(DeleteBehavior.Restrict);
        rule.HasOne<LibraryGroup>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        rule.HasIndex(r => r.Key).IsUnique().HasFilter("[RemovedAt] IS NULL");
        rule.ToTable(table => table.HasCheckConstraint("CK_LoanRule_OneLevel", "[LibraryId] IS NULL OR [GroupId] IS NULL"));
        rule.HasData(Defaults());
    }

    public void Configure(EntityTypeBuilder<OpeningWeek> week)
    {
        week.HasOne<Library>().WithMany().HasForeignKey(w => w.LibraryId).OnDelete(DeleteBehavior.Restrict);
        week.HasIndex(w => new { w.LibraryId, w.FromOn }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ClosedPeriod> period)
    {
        period.Property(p => p.Reason).HasMaxLength(100);
        period.HasOne<Library>().WithMany().HasForeignKey(p => p.LibraryId).OnDelete(DeleteBehavior.Restrict);
        period.HasIndex(p => new { p.LibraryId, p.UntilOn });
        period.ToTable(table => table.HasCheckConstraint("CK_ClosedPeriod_Order", "[FromOn] <= [UntilOn]"));
    }

    public void Configure(EntityTypeBuilder<SettingStamp> stamp)
    {
        stamp.Property(s => s.Id).ValueGeneratedNever();
        stamp.Property(s => s.Value).HasMaxLength(36).IsUnicode(false);
    }

    // What a new platform starts with; a group or a library sets its own rows over these.
    private static LoanRule[] Defaults() =>
    [
        new() { Id = 1, LoanLimit = 5, LoanDays = 14, RenewalLimit = 1, HoldLimit = 3, HoldShelfDays = 3, RecallDays = 7, Version = 1 },
        new() { Id = 2, PatronCategory = PatronCategory.Teacher, LoanLimit = 20, LoanDays = 30, RenewalLimit = 2, HoldLimit = 5, HoldShelfDays = 3, RecallDays = 7, Version = 1 },
        new() { Id = 3, ItemType = ItemType.Textbook, LoanLimit = 30, LoanDays = 270, DueBy = DueRule.EndOfSchoolYear, HoldLimit = 3, HoldShelfDays = 3, RecallDays = 7, Version = 1 },
        new() { Id = 4, PatronCategory = PatronCategory.Pupil, ItemType = ItemType.Textbook, LoanLimit = 30, LoanDays = 270, DueBy = DueRule.EndOfSchoolYear, HoldLimit = 3, HoldShelfDays = 3, RecallDays = 7, Version = 1 },
        new() { Id = 5, PatronCategory = PatronCategory.Teacher, ItemType = ItemType.TeacherBook, LoanLimit = 20, LoanDays = 270, DueBy = DueRule.EndOfSchoolYear, RenewalLimit = 1, HoldLimit = 5, HoldShelfDays = 3, RecallDays = 7, Version = 1 },
        new() { Id = 6, PatronCategory = PatronCategory.Teacher, ItemType = ItemType.Textbook, LoanLimit = 30, LoanDays = 270, DueBy = DueRule.EndOfSchoolYear, RenewalLimit = 1, HoldLimit = 5, HoldShelfDays = 3, RecallDays = 7, Version = 1 },
        new() { Id = 7, ItemType = ItemType.Periodical, LoanLimit = 3, LoanDays = 7, HoldLimit = 3, HoldShelfDays = 2, RecallDays = 3, Version = 1 },
    ];
}
