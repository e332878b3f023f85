using Platform.Model;
using Platform.Storage.Catalogue;

namespace Platform.Api.Catalogue.Union;

/// <summary>A record of the union catalogue that describes the same publication.</summary>
/// <param name="RecordId">Key of the record.</param>
/// <param name="Title">Its title.</param>
/// <param name="LibraryName">The library that catalogued it.</param>
/// <param name="Points">How surely it is the same: from 85 on it is taken for certain, from 60 on a person should look.</param>
/// <param name="Reason">What speaks for it and against it.</param>
/// <param name="IsCertain">Whether it is taken for the same: by its points, by way of a third record, or because the hub decided so.</param>
/// <param name="IsDecided">Whether the hub decided that the two are the same, see decideCluster.</param>
internal sealed record SameRecord(long RecordId, string Title, string LibraryName, int Points, string Reason, bool IsCertain, bool IsDecided)
{
    /// <summary>The clusters of many records at once.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> ReadAsync(LibraryDb db, IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await Clusters.OfAsync(db, keys, cancellationToken)).ToDictionary(
            c => c.Key,
            c => (object?)c.Value.Select(m => new SameRecord(m.RecordId, m.Title, m.LibraryName, m.Score.Points, m.Score.Reason, m.IsCertain, m.IsDecided)).ToList());
}

/// <summary>A library that has copies of a publication now, by whichever record.</summary>
/// <param name="LibraryId">Key of the library.</param>
/// <param name="LibraryCode">Its code.</param>
/// <param name="LibraryName">Its name.</param>
/// <param name="Copies">Its copies; lost and withdrawn ones are not counted.</param>
/// <param name="Available">Those that could be lent now.</param>
/// <param name="OnLoan">Those on loan.</param>
internal sealed record Holder(long LibraryId, string LibraryCode, string LibraryName, int Copies, int Available, int OnLoan)
{
    /// <summary>The holders of many records at once.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> ReadAsync(LibraryDb db, IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await Clusters.HoldingsAsync(db, keys, cancellationToken)).ToDictionary(
            h => h.Key, h => (object?)h.Value.Select(l => new Holder(l.LibraryId, l.LibraryCode, l.LibraryName, l.Copies, l.Available, l.OnLoan)).ToList());
}
