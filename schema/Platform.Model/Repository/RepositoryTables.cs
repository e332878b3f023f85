using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Repository;

internal sealed class RepositoryTables :
    IEntityTypeConfiguration<EResource>,
    IEntityTypeConfiguration<EResourceVersion>,
    IEntityTypeConfiguration<EResourceFile>,
    IEntityTypeConfiguration<AppraisalRecord>
{
    public void Configure(EntityTypeBuilder<EResource> resource)
    {
        resource.Property(r => r.Title).HasMaxLength(Lengths.Title);
        resource.Property(r => r.TitleKey).HasMaxLength(Lengths.Key).IsFolded();
        resource.Property(r => r.SearchText).IsFolded();
        resource.Property(r => r.Subject).HasMaxLength(100);
        resource.Property(r => r.Author).HasMaxLength(Lengths.Line);
        resource.Property(r => r.Description).HasMaxLength(4000);
        resource.Property(r => r.Language).HasMaxLength(10);
        resource.Property(r => r.Reasons).HasMaxLength(2000);
        resource.Property(r => r.CopiesEvidence).HasMaxLength(Lengths.Line);
        resource.HasOne(r => r.Library).WithMany().HasForeignKey(r => r.LibraryId).OnDelete(DeleteBehavior.Restrict);
        resource.HasOne(r => r.Record).WithMany().HasForeignKey(r => r.RecordId).OnDelete(DeleteBehavior.Restrict);
        resource.HasIndex(r => new { r.LibraryId, r.ContributedOn });
        resource.HasIndex(r => new { r.TitleKey, r.Id });
        resource.ToTable(table =>
        {
            table.HasCheckConstraint("CK_EResource_Grades", "[GradeFrom] IS NULL OR ([GradeFrom] >= 0 AND [GradeTo] <= 12 AND [GradeFrom] <= [GradeTo])");
            table.HasCheckConstraint("CK_EResource_CopiesHeld", "[CopiesHeld] IS NULL OR [CopiesHeld] > 0");
        });
    }

    public void Configure(EntityTypeBuilder<EResourceVersion> version)
    {
        version.ToTable("EResourceVersions");
        version.Property(v => v.Note).HasMaxLength(1000);
        version.HasOne(v => v.Resource).WithMany(r => r.Versions).HasForeignKey(v => v.ResourceId).OnDelete(DeleteBehavior.Restrict);
        version.HasOne<Library>().WithMany().HasForeignKey(v => v.LibraryId).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.ResourceId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EResourceFile> file)
    {
        file.ToTable("EResourceFiles");
        file.Property(f => f.Name).HasMaxLength(FileName.MostCharacters);
        file.HasOne(f => f.ResourceVersion).WithMany(v => v.Files).HasForeignKey(f => f.VersionId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne(f => f.Content).WithMany().HasForeignKey(f => f.ContentId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<Library>().WithMany().HasForeignKey(f => f.LibraryId).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new { f.VersionId, f.Position }).IsUnique();
        file.HasIndex(f => f.LibraryId);
    }

    public void Configure(EntityTypeBuilder<AppraisalRecord> step)
    {
        step.ToTable("AppraisalRecords");
        step.Property(s => s.MinutesNumber).HasMaxLength(50);
        step.Property(s => s.Members).HasMaxLength(2000);
        step.Property(s => s.ClassName).HasMaxLength(20);
        step.Property(s => s.Reasons).HasMaxLength(2000);
        step.HasOne(s => s.Resource).WithMany(r => r.Steps).HasForeignKey(s => s.ResourceId).OnDelete(DeleteBehavior.Restrict);
        step.HasOne<Library>().WithMany().HasForeignKey(s => s.LibraryId).OnDelete(DeleteBehavior.Restrict);
        step.HasIndex(s => new { s.ResourceId, s.Id });
    }
}
