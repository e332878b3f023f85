using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.ChangeFeed;
using Platform.Model.Circulation;
using Platform.Storage.Circulation;

namespace Platform.Storage.SqlServer;

/// <summary>The library database on SQL Server.</summary>
public sealed class SqlServerLibraryDb(DbContextOptions<SqlServerLibraryDb> options, Scope scope, TimeProvider clock)
    : LibraryDb(options, scope, clock)
{
    /// <summary>Collation of folded columns: byte order, so that no language rule takes "tr" or "ng" for one letter.</summary>
    public const string BinaryCollation = "Latin1_General_100_BIN2";

    /// <summary>Shadow column of the change feed: readers stop below <c>MIN_ACTIVE_ROWVERSION()</c>, so that no uncommitted number is passed over.</summary>
    public const string FeedRowVersion = "RowVersion";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.UseOpenIddict<long>();
        modelBuilder.Entity<ChangeFeedEntry>().Property<byte[]>(FeedRowVersion).IsRowVersion();
        modelBuilder.Entity<Loan>().ToTable(table => table.HasTrigger(WithdrawnGuard.OnLoans));
        modelBuilder.Entity<Item>().ToTable(table => table.HasTrigger(WithdrawnGuard.OnItems));
        foreach (var table in modelBuilder.Model.GetEntityTypes().Where(entity => SettingStampTriggers.Tables.Contains(entity.GetTableName())).ToList())
            modelBuilder.Entity(table.ClrType).ToTable(builder => builder.HasTrigger(SettingStampTriggers.NameOn(table.GetTableName()!))); // filtered
        var folded = modelBuilder.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties())
            .Where(property => property.FindAnnotation(FoldedText.Annotation) is not null);
        foreach (var property in folded)
            property.SetCollation(BinaryCollation);
    }
}
