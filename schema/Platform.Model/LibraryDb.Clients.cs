using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;

namespace Platform.Model;

public abstract partial class LibraryDb
{
    public DbSet<TrustedDocument> TrustedDocuments => Set<TrustedDocument>();

    public DbSet<ClientRule> ClientRules => Set<ClientRule>();
}
