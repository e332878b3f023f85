using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Sharing;

internal sealed class GroupTables :
    IEntityTypeConfiguration<AgreementArticle>,
    IEntityTypeConfiguration<MemberContribution>,
    IEntityTypeConfiguration<GuidanceMessage>,
    IEntityTypeConfiguration<SemesterDuty>,
    IEntityTypeConfiguration<SemesterList>,
    IEntityTypeConfiguration<Reminder>
{
    private const int SemesterLength = 20;

    public void Configure(EntityTypeBuilder<AgreementArticle> article)
    {
        article.ToTable("AgreementArticles");
        article.Property(a => a.Title).HasMaxLength(Lengths.Line);
        article.HasOne(a => a.Group).WithMany().HasForeignKey(a => a.GroupId).OnDelete(DeleteBehavior.Restrict);
        article.HasIndex(a => new { a.GroupId, a.Number, a.FromOn }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MemberContribution> contribution)
    {
        contribution.ToTable("MemberContributions", table => table.HasCheckConstraint(
            "CK_MemberContribution_Given", "[Amount] >= 0 AND [StaffDays] >= 0 AND ([Amount] > 0 OR [StaffDays] > 0)"));
        contribution.Property(c => c.Note).HasMaxLength(Lengths.Line);
        contribution.HasOne(c => c.Group).WithMany().HasForeignKey(c => c.GroupId).OnDelete(DeleteBehavior.Restrict);
        contribution.HasOne(c => c.Library).WithMany().HasForeignKey(c => c.LibraryId).OnDelete(DeleteBehavior.Restrict);
        contribution.HasIndex(c => new { c.GroupId, c.SchoolYear, c.LibraryId });
    }

    public void Configure(EntityTypeBuilder<GuidanceMessage> message)
    {
        message.ToTable("GuidanceMessages");
        message.Property(m => m.Title).HasMaxLength(Lengths.Line);
        message.HasOne(m => m.Group).WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
        message.HasIndex(m => new { m.GroupId, m.SentAt });
    }

    public void Configure(EntityTypeBuilder<SemesterDuty> duty)
    {
        duty.ToTable("SemesterDuties", table => table.HasCheckConstraint("CK_SemesterDuty_Fewest", "[FewestEResources] >= 0"));
        duty.Property(d => d.Semester).HasMaxLength(SemesterLength).IsUnicode(false);
        duty.HasOne(d => d.Group).WithMany().HasForeignKey(d => d.GroupId).OnDelete(DeleteBehavior.Restrict);
        duty.HasIndex(d => new { d.GroupId, d.Semester }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SemesterList> list)
    {
        list.ToTable("SemesterLists");
        list.Property(l => l.Semester).HasMaxLength(SemesterLength).IsUnicode(false);
        list.HasOne(l => l.Group).WithMany().HasForeignKey(l => l.GroupId).OnDelete(DeleteBehavior.Restrict);
        list.HasOne(l => l.Library).WithMany().HasForeignKey(l => l.LibraryId).OnDelete(DeleteBehavior.Restrict);
        list.Property(l => l.ReturnReason).HasMaxLength(Lengths.Line);
        list.Property(l => l.ScanName).HasMaxLength(Repository.FileName.MostCharacters);
        list.HasOne(l => l.Scan).WithMany().HasForeignKey(l => l.ScanId).OnDelete(DeleteBehavior.Restrict);
        list.HasOne(l => l.Run).WithMany().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.Restrict);
        list.HasIndex(l => new { l.GroupId, l.LibraryId, l.Semester, l.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("Reminders");
        reminder.Property(r => r.Key).HasMaxLength(100).IsUnicode(false);
        reminder.Property(r => r.Text).HasMaxLength(Lengths.Line);
        reminder.HasOne(r => r.Library).WithMany().HasForeignKey(r => r.LibraryId).OnDelete(DeleteBehavior.Restrict);
        reminder.HasIndex(r => new { r.LibraryId, r.Key }).IsUnique();
        reminder.HasIndex(r => new { r.LibraryId, r.RaisedAt });
    }
}
