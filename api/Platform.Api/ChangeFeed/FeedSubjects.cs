using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.ChangeFeed;
using Platform.Model.Circulation;
using Platform.Model.Reporting;
using Platform.Storage;

namespace Platform.Api.ChangeFeed;

/// <summary>The copy whose availability a change touches.</summary>
/// <param name="ItemId">The copy.</param>
/// <param name="RecordId">Its publication.</param>
/// <param name="LibraryId">The library that owns it.</param>
internal sealed record TouchedCopy(long ItemId, long RecordId, long LibraryId);

/// <summary>Finds what a change is about when it is not about its own row: the copy of a loan, the report of a step. Looked up once for all listeners.</summary>
internal sealed class FeedSubjects(LibraryDbFactory databases) : IDisposable
{
    private const int Most = 10_000;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The copy whose availability may have changed; null when the change touches none.</summary>
    public Task<TouchedCopy?> CopyOfAsync(ChangeFeedEntry entry) => entry.Entity switch
    {
        nameof(Item) => OnceAsync(entry, db => db.Items.Where(i => i.Id == entry.EntityId).Select(i => new TouchedCopy(i.Id, i.RecordId, i.LibraryId)).SingleOrDefaultAsync()),
        // An open loan that is changed was renewed or called back: the copy stays out.
        nameof(Loan) => OnceAsync(entry, db => db.Loans.Where(l => l.Id == entry.EntityId && (entry.Kind == ChangeKind.Created || l.ReturnedAt != null))
            .Select(l => new TouchedCopy(l.ItemId, l.Item.RecordId, l.Item.LibraryId)).SingleOrDefaultAsync()),
        nameof(Hold) => OnceAsync(entry, db => db.Holds.Where(h => h.Id == entry.EntityId && h.ItemId != null)
            .Select(h => new TouchedCopy(h.ItemId!.Value, h.RecordId, h.Item!.LibraryId)).SingleOrDefaultAsync()), // the condition says that there is one
        _ => Task.FromResult<TouchedCopy?>(null),
    };

    /// <summary>The report that the change sent to the managing body; null for any other change.</summary>
    public async Task<ReportRun?> SubmittedRunOfAsync(ChangeFeedEntry entry) => entry.Entity == nameof(SubmissionStep)
        ? await OnceAsync(entry, db => db.SubmissionSteps.AsNoTracking().Where(s => s.Id == entry.EntityId && s.Action == SubmissionAction.Submit).Select(s => s.Run).SingleOrDefaultAsync())
        : null;

    public void Dispose() => _known.Dispose();

    private Task<TFound?> OnceAsync<TFound>(ChangeFeedEntry entry, Func<Model.LibraryDb, Task<TFound?>> find)
        where TFound : class => _known.GetOrCreateAsync(entry.Sequence, async cached =>
    {
        cached.Size = 1;
        await using var db = databases.For(Scope.System);
        return await find(db);
    });
}
