using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Api.GraphQL.Trusted;

/// <summary>
/// The registered documents, in memory. What another process registers or forbids takes effect within <see cref="KeptFor"/>, what this
/// one does at once.
/// </summary>
internal sealed class TrustedDocuments(LibraryDbFactory databases, TimeProvider clock) : IDisposable
{
    /// <summary>How long what was read is used before it is looked at again.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private const string Prefix = "sha256:";

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Known _known = Known.Nothing;

    /// <summary>The name of a document.</summary>
    public static string IdOf(string hash) => Prefix + hash;

    /// <summary>SHA-256 of the text in UTF-8, in hexadecimal digits.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The hash that a document's name holds; null when it is no such name.</summary>
    public static string? HashIn(string documentId) => documentId.StartsWith(Prefix, StringComparison.Ordinal) ? documentId[Prefix.Length..] : null;

    /// <summary>The text of a document that the client may run; null when there is none.</summary>
    public async ValueTask<string?> FindAsync(string documentId, string? clientId, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        if (HashIn(documentId) is not { } hash || !known.Texts.TryGetValue(hash, out var text))
            return null;
        return clientId is null || !known.Held.Contains(clientId) || known.Registered.Contains((clientId, hash)) ? text : null;
    }

    /// <summary>Whether the client may run registered documents only.</summary>
    public async ValueTask<bool> AreDemandedOfAsync(string clientId, CancellationToken cancellationToken) =>
        (await KnownAsync(cancellationToken)).Held.Contains(clientId);

    /// <summary>All texts, each once.</summary>
    public async ValueTask<IReadOnlyCollection<string>> AllAsync(CancellationToken cancellationToken) => (await KnownAsync(cancellationToken)).Texts.Values;

    /// <summary>Something was registered or forbidden: what is known is read again.</summary>
    public void Forget() => _known = Known.Nothing;

    public void Dispose() => _reading.Dispose();

    private async ValueTask<Known> KnownAsync(CancellationToken cancellationToken)
    {
        var known = _known;
        if (known.IsFresh(clock.GetUtcNow()))
            return known;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            known = _known;
            return known.IsFresh(clock.GetUtcNow()) ? known : _known = await ReadAsync(known, cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<Known> ReadAsync(Known before, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.For(Scope.System);
        var held = (await db.ClientRules.Where(r => r.TrustedDocumentsOnly).Select(r => r.ClientId).ToListAsync(cancellationToken)).ToFrozenSet();
        // A row never changes: their number and the last one say whether any came or went.
        var version = (await db.TrustedDocuments.CountAsync(cancellationToken), await db.TrustedDocuments.MaxAsync(d => (long?)d.Id, cancellationToken));
        if (before.Version == version)
            return before with { ReadAt = now, Held = held };
        var rows = await db.TrustedDocuments.AsNoTracking().ToListAsync(cancellationToken);
        return new Known(
            now, version, held,
            rows.DistinctBy(r => r.Hash).ToFrozenDictionary(r => r.Hash, r => r.Text),
            rows.Select(r => (r.ClientId, r.Hash)).ToFrozenSet());
    }

    private sealed record Known(
        DateTimeOffset ReadAt, (int Count, long? Last) Version, FrozenSet<string> Held, FrozenDictionary<string, string> Texts, FrozenSet<(string Client, string Hash)> Registered)
    {
        public static Known Nothing { get; } =
            new(DateTimeOffset.MinValue, (0, null), FrozenSet<string>.Empty, FrozenDictionary<string, string>.Empty, FrozenSet<(string, string)>.Empty);

        public bool IsFresh(DateTimeOffset now) => now - ReadAt < KeptFor;
    }
}
