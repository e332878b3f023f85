using GraphQLParser.AST;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Platform.Api.Transport;

namespace Platform.Api.GraphQL;

/// <summary>
/// Keeps documents that passed parsing, limits and validation, by their text; who may ask and what it costs is decided anew for each
/// request. Bounded in bytes. A text is kept when it comes the second time: a client that writes its values into the text fills no memory.
/// </summary>
internal sealed class DocumentCache(IOptions<GraphOptions> options) : IDisposable
{
    /// <summary>A syntax tree takes about so many bytes for each character of its text, the text included (measured on introspection and on dense selections).</summary>
    internal const int BytesPerCharacter = 60;

    private const int Remembered = 8_192;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = options.Value.DocumentCacheBytes, CompactionPercentage = 0.25, TrackStatistics = true });
    private readonly int[] _seenOnce = new int[Remembered];

    /// <summary>Bytes that the kept documents take, as estimated.</summary>
    public long Bytes => _kept.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    public int Count => _kept.Count;

    public GraphQLDocument? Find(string text) => _kept.Get<GraphQLDocument>(text);

    /// <summary>Keeps a valid document.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="document">What the text says.</param>
    /// <param name="isTrusted">Whether it is registered: then it is kept at once, and for good.</param>
    public void Keep(string text, GraphQLDocument document, bool isTrusted)
    {
        if (!isTrusted && !WasSeen(text))
            return;
        _kept.Set(text, document, new MemoryCacheEntryOptions
        {
            Size = (long)text.Length * BytesPerCharacter,
            Priority = isTrusted ? CacheItemPriority.NeverRemove : CacheItemPriority.Normal,
        });
    }

    public void Dispose() => _kept.Dispose();

    private bool WasSeen(string text)
    {
        var hash = text.GetHashCode(StringComparison.Ordinal);
        return Interlocked.Exchange(ref _seenOnce[(uint)hash % Remembered], hash) == hash;
    }
}
