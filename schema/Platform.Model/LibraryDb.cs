using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;
using Platform.Model.ChangeFeed;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Reporting;
using Platform.Model.Reporting.Delivery;
using Platform.Model.Sharing;

namespace Platform.Model;

/// <summary>
/// The platform's database as one caller sees it. Every query is filtered by the caller's <see cref="Scope"/> (here and nowhere else);
/// every save raises versions and writes the change feed in the same transaction.
/// </summary>
public abstract partial class LibraryDb(DbContextOptions options, Scope scope, TimeProvider clock) : DbContext(options)
{
    /// <summary>Name of the query filter that keeps a caller to the rows of its scope.</summary>
    public const string ScopeFilter = "Scope";

    /// <summary>Name of the query filter that hides rows marked as deleted.</summary>
    public const string DeletedFilter = "Deleted";

    /// <summary>Who acts, and what it may see.</summary>
    public Scope Scope { get; } = scope;

    /// <summary>The instant with which a save at this moment would be stamped.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    public DbSet<Library> Libraries => Set<Library>();

    public DbSet<LibraryParent> LibraryParents => Set<LibraryParent>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<OrganisationParent> OrganisationParents => Set<OrganisationParent>();

    public DbSet<LibraryGroup> Groups => Set<LibraryGroup>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<BibliographicRecord> Records => Set<BibliographicRecord>();

    public DbSet<RecordContent> RecordContents => Set<RecordContent>();

    public DbSet<Item> Items => Set<Item>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<ImportLine> ImportLines => Set<ImportLine>();

    public DbSet<StagedRecord> StagedRecords => Set<StagedRecord>();

    public DbSet<ImportFilePart> ImportFileParts => Set<ImportFilePart>();

    public DbSet<ReplacedContent> ReplacedContents => Set<ReplacedContent>();

    public DbSet<Patron> Patrons => Set<Patron>();

    public DbSet<Loan> Loans => Set<Loan>();

    public DbSet<SchoolYear> SchoolYears => Set<SchoolYear>();

    public DbSet<SchoolClass> Classes => Set<SchoolClass>();

    public DbSet<ClassMembership> ClassMemberships => Set<ClassMembership>();

    public DbSet<LoanRule> LoanRules => Set<LoanRule>();

    public DbSet<OpeningWeek> OpeningWeeks => Set<OpeningWeek>();

    public DbSet<ClosedPeriod> ClosedPeriods => Set<ClosedPeriod>();

    public DbSet<SettingStamp> SettingStamps => Set<SettingStamp>();

    public DbSet<Hold> Holds => Set<Hold>();

    public DbSet<Charge> Charges => Set<Charge>();

    public DbSet<ClassSet> ClassSets => Set<ClassSet>();

    public DbSet<ClassPromotion> ClassPromotions => Set<ClassPromotion>();

    public DbSet<PatronLook> PatronLooks => Set<PatronLook>();

    public DbSet<StockTaking> StockTakings => Set<StockTaking>();

    public DbSet<StockTakingLine> StockTakingLines => Set<StockTakingLine>();

    public DbSet<DeskOperation> DeskOperations => Set<DeskOperation>();

    public DbSet<LibraryVisit> Visits => Set<LibraryVisit>();

    public DbSet<LibraryActivity> Activities => Set<LibraryActivity>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<ExternalSignIn> ExternalSignIns => Set<ExternalSignIn>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<IdempotentCall> IdempotentCalls => Set<IdempotentCall>();

    public DbSet<SignIn> SignIns => Set<SignIn>();

    public DbSet<ReportRun> ReportRuns => Set<ReportRun>();

    public DbSet<ReportSnapshot> ReportSnapshots => Set<ReportSnapshot>();

    public DbSet<SubmissionStep> SubmissionSteps => Set<SubmissionStep>();

    public DbSet<SnapshotChunk> SnapshotChunks => Set<SnapshotChunk>();

    public DbSet<ReportNarrative> ReportNarratives => Set<ReportNarrative>();

    public DbSet<ReportDelivery> Deliveries => Set<ReportDelivery>();

    public DbSet<DeliveryContent> DeliveryContents => Set<DeliveryContent>();

    public DbSet<DeliveryRecipient> DeliveryRecipients => Set<DeliveryRecipient>();

    public DbSet<ChangeFeedEntry> ChangeFeed => Set<ChangeFeedEntry>();

    // Members of the context become parameters of the filtered queries: one SQL text serves every caller.
    private bool CataloguingEverywhere { get; } = scope.ReachOf(Permission.EditCatalogue).Everywhere;

    private IReadOnlyList<long> CataloguingLibraryIds { get; } = scope.ReachOf(Permission.EditCatalogue).LibraryIds;

    private bool PatronEverywhere { get; } = scope.ReachOf(Permission.ReadPatrons).Everywhere;

    private IReadOnlyList<long> PatronLibraryIds { get; } = scope.ReachOf(Permission.ReadPatrons).LibraryIds;

    private bool LendingEverywhere { get; } = scope.ReachOf(Permission.Circulate).Everywhere;

    private IReadOnlyList<long> LendingLibraryIds { get; } = scope.ReachOf(Permission.Circulate).LibraryIds;

    private bool DiaryEverywhere { get; } = scope.ReachOf(Permission.ReadReports).Everywhere;

    private IReadOnlyList<long> DiaryLibraryIds { get; } = scope.ReachOf(Permission.ReadReports).LibraryIds;

    private bool ManagedEverywhere { get; } = scope.ReachOf(Permission.ManageAccounts).Everywhere;

    private IReadOnlyList<long> ManagedLibraryIds { get; } = scope.ReachOf(Permission.ManageAccounts).LibraryIds;

    private IReadOnlyList<long> OwnPatronIds { get; } = scope.OwnPatronIds;

    private long? OwnAccountId => Scope.AccountId;

    /// <summary>Saving blocks a thread on the database: use the asynchronous form.</summary>
    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync.");

    /// <summary>Saves all changes, raised versions and the change feed, in one transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        var changes = PendingChanges.In(ChangeTracker);
        if (changes.IsEmpty)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await using var transaction = Database.CurrentTransaction is null
            ? await Database.BeginTransactionAsync(cancellationToken)
            : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        ChangeFeed.AddRange(changes.ToEntries(Scope.Actor, clock.GetUtcNow()));
        await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>().HavePrecision(3);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LibraryDb).Assembly);
        foreach (var versioned in modelBuilder.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IVersioned))))
            modelBuilder.Entity(versioned.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        FilterByScope(modelBuilder);
        FilterPeople(modelBuilder);
        FilterRepository(modelBuilder);
        FilterExchange(modelBuilder);
        FilterSharing(modelBuilder);
        FilterCataloguing(modelBuilder);
        FilterWebhooks(modelBuilder);
        FilterReporting(modelBuilder);
        FilterBulk(modelBuilder);
    }

    private void FilterByScope(ModelBuilder model)
    {
        model.Entity<BibliographicRecord>().HasQueryFilter(DeletedFilter, r => r.DeletedAt == null);
        model.Entity<ImportBatch>().HasQueryFilter(ScopeFilter, b => CataloguingEverywhere || CataloguingLibraryIds.Contains(b.LibraryId));
        model.Entity<ImportLine>().HasQueryFilter(ScopeFilter, l => CataloguingEverywhere || CataloguingLibraryIds.Contains(l.Batch.LibraryId));
        model.Entity<StagedRecord>().HasQueryFilter(ScopeFilter, s => CataloguingEverywhere || CataloguingLibraryIds.Contains(s.Line.Batch.LibraryId));
        model.Entity<Patron>().HasQueryFilter(ScopeFilter, p => PatronEverywhere || PatronLibraryIds.Contains(p.LibraryId) || OwnPatronIds.Contains(p.Id) || ClassPupilIds.Contains(p.Id));
        model.Entity<Loan>().HasQueryFilter(ScopeFilter, l => LendingEverywhere || LendingLibraryIds.Contains(l.LibraryId) || (l.PatronId != null && (OwnPatronIds.Contains(l.PatronId.Value) || (l.ReturnedAt == null && ClassPupilIds.Contains(l.PatronId.Value)))));
        model.Entity<StockTaking>().HasQueryFilter(ScopeFilter, s => LendingEverywhere || LendingLibraryIds.Contains(s.LibraryId));
        model.Entity<StockTakingLine>().HasQueryFilter(ScopeFilter, l => LendingEverywhere || LendingLibraryIds.Contains(l.LibraryId));
        model.Entity<DeskOperation>().HasQueryFilter(ScopeFilter, o => LendingEverywhere || LendingLibraryIds.Contains(o.LibraryId));
        model.Entity<ClassPromotion>().HasQueryFilter(ScopeFilter, p => PatronEverywhere || PatronLibraryIds.Contains(p.LibraryId));
        model.Entity<PatronLook>().HasQueryFilter(ScopeFilter, l => PatronEverywhere || PatronLibraryIds.Contains(l.LibraryId) || OwnPatronIds.Contains(l.PatronId));
        model.Entity<LibraryVisit>().HasQueryFilter(ScopeFilter, v => DiaryEverywhere || DiaryLibraryIds.Contains(v.LibraryId));
        model.Entity<LibraryActivity>().HasQueryFilter(ScopeFilter, a => PatronEverywhere || PatronLibraryIds.Contains(a.LibraryId));
        model.Entity<ReportDelivery>().HasQueryFilter(ScopeFilter, d => DiaryEverywhere || DiaryLibraryIds.Contains(d.LibraryId));
        model.Entity<Account>().HasQueryFilter(ScopeFilter, a => ManagedEverywhere || (a.LibraryId != null && ManagedLibraryIds.Contains(a.LibraryId.Value)) || a.Id == OwnAccountId);
        model.Entity<RoleAssignment>().HasQueryFilter(ScopeFilter, r => ManagedEverywhere || (r.Account.LibraryId != null && ManagedLibraryIds.Contains(r.Account.LibraryId.Value)) || r.AccountId == OwnAccountId);
        model.Entity<ExternalSignIn>().HasQueryFilter(ScopeFilter, e => ManagedEverywhere || e.AccountId == OwnAccountId);
        model.Entity<SignIn>().HasQueryFilter(ScopeFilter, s => ManagedEverywhere || (s.Account != null && s.Account.LibraryId != null && ManagedLibraryIds.Contains(s.Account.LibraryId.Value)) || (s.AccountId != null && s.AccountId == OwnAccountId));
        model.Entity<SchoolClass>().HasQueryFilter(ScopeFilter, c => PatronEverywhere || PatronLibraryIds.Contains(c.LibraryId) || ClassIds.Contains(c.Id));
        model.Entity<ClassMembership>().HasQueryFilter(ScopeFilter, m => PatronEverywhere || PatronLibraryIds.Contains(m.LibraryId) || OwnPatronIds.Contains(m.PatronId) || (m.UntilOn == null && ClassIds.Contains(m.ClassId)));
        model.Entity<Hold>().HasQueryFilter(ScopeFilter, h => LendingEverywhere || LendingLibraryIds.Contains(h.LibraryId) || (h.PatronId != null && OwnPatronIds.Contains(h.PatronId.Value)));
        model.Entity<Charge>().HasQueryFilter(ScopeFilter, c => LendingEverywhere || LendingLibraryIds.Contains(c.LibraryId) || (c.PatronId != null && OwnPatronIds.Contains(c.PatronId.Value)));
        model.Entity<ClassSet>().HasQueryFilter(ScopeFilter, s => LendingEverywhere || LendingLibraryIds.Contains(s.LibraryId));
        model.Entity<ReportRun>().HasQueryFilter(ScopeFilter, r => DiaryEverywhere || DiaryLibraryIds.Contains(r.LibraryId));
        model.Entity<ReportSnapshot>().HasQueryFilter(ScopeFilter, s => DiaryEverywhere || DiaryLibraryIds.Contains(s.LibraryId));
        model.Entity<SubmissionStep>().HasQueryFilter(ScopeFilter, s => DiaryEverywhere || DiaryLibraryIds.Contains(s.LibraryId));
        model.Entity<SnapshotChunk>().HasQueryFilter(ScopeFilter, c => DiaryEverywhere || DiaryLibraryIds.Contains(c.LibraryId));
        model.Entity<ReportNarrative>().HasQueryFilter(ScopeFilter, n => DiaryEverywhere || DiaryLibraryIds.Contains(n.LibraryId));
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State is EntityState.Added)
                entry.Entity.Version = 1;
            else if (entry.State is EntityState.Modified)
                entry.Entity.Version++;
        }
    }
}
