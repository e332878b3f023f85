using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;
using Platform.Model.Sharing;

namespace Platform.Model.Access;

internal sealed class AccessTables :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<ExternalSignIn>,
    IEntityTypeConfiguration<RoleAssignment>,
    IEntityTypeConfiguration<SignIn>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.Property(a => a.Name).HasMaxLength(AccountName.Longest);
        account.Property(a => a.NameKey).HasMaxLength(AccountName.Longest).IsFolded();
        account.Property(a => a.PasswordHash).HasMaxLength(200).IsUnicode(false);
        account.Property(a => a.SecurityStamp).HasMaxLength(40).IsUnicode(false);
        account.HasOne<Library>().WithMany().HasForeignKey(a => a.LibraryId).OnDelete(DeleteBehavior.Restrict);
        account.HasIndex(a => a.NameKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ExternalSignIn> external)
    {
        external.Property(e => e.Issuer).HasMaxLength(50).IsUnicode(false);
        // An issuer may tell "aB" from "ab": compared byte by byte, or one person could open another's account.
        external.Property(e => e.Subject).HasMaxLength(255).IsFolded();
        external.HasOne<Account>().WithMany(a => a.ExternalSignIns).HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        external.HasIndex(e => new { e.Issuer, e.Subject }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RoleAssignment> role)
    {
        role.HasOne(r => r.Account).WithMany(a => a.Roles).HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        role.HasOne(r => r.Library).WithMany().HasForeignKey(r => r.LibraryId).OnDelete(DeleteBehavior.Restrict);
        role.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        role.HasOne<LibraryGroup>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        role.HasOne(r => r.Patron).WithMany().HasForeignKey(r => r.PatronId).OnDelete(DeleteBehavior.Restrict);
        role.ToTable(table => table.HasCheckConstraint("CK_RoleAssignment_CardHasLibrary", "[PatronId] IS NULL OR [LibraryId] IS NOT NULL"));
    }

    public void Configure(EntityTypeBuilder<SignIn> signIn)
    {
        signIn.Property(s => s.Network).HasMaxLength(45).IsUnicode(false);
        signIn.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        signIn.HasIndex(s => new { s.AccountId, s.At });
        signIn.HasIndex(s => new { s.Network, s.At });
    }
}
