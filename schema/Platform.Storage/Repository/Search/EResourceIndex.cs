using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Options;

namespace Platform.Storage.Repository.Search;

/// <summary>
/// The index of e-resources of this node, beside that of the catalogue: descriptions and the texts of files. A commit holds the sequence of
/// the change feed up to which it is true; without an index, or with one of another layout, it is built from all resources.
/// </summary>
public sealed class EResourceIndex : IDisposable
{
    private const string Format = "1";
    private const string FormatKey = "format";
    private const string SequenceKey = "sequence";

    private readonly FSDirectory _directory;
    private readonly System.Threading.Lock _opening = new();
    private IndexWriter? _writer;
    private SearcherManager? _searchers;

    public EResourceIndex(IOptions<StorageOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _directory = FSDirectory.Open(Path.Combine(options.Value.DataPath, "search-eresources"));
    }

    /// <summary>The last entry of the change feed that is in the index; null when it must be built.</summary>
    public long? Sequence
    {
        get
        {
            if (!DirectoryReader.IndexExists(_directory))
                return null;
            var commit = new SegmentInfos();
            commit.Read(_directory);
            return commit.UserData.TryGetValue(FormatKey, out var format) && format == Format
                ? long.Parse(commit.UserData[SequenceKey], CultureInfo.InvariantCulture)
                : null;
        }
    }

    /// <summary>Takes the right to write, which one process has at a time; false when another has it.</summary>
    public bool TryOpenForWriting()
    {
        try
        {
            _writer ??= new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new NoAnalyzer()) { OpenMode = OpenMode.CREATE_OR_APPEND, WriteLockTimeout = 0 });
            return true;
        }
        catch (LockObtainFailedException)
        {
            return false;
        }
    }

    /// <summary>Puts resources in the place of what the index has of them, a null for one that nobody finds any more, and makes them durable and found.</summary>
    /// <param name="resources">The resources by key.</param>
    /// <param name="sequence">The entry of the feed up to which the index is then true.</param>
    internal void Apply(IEnumerable<(long Id, Document? Document)> resources, long sequence)
    {
        var writer = _writer ?? throw new InvalidOperationException("The index is not open for writing.");
        foreach (var (id, document) in resources)
            if (document is null)
                writer.DeleteDocuments(EResourceDocument.TermOf(id));
            else
                writer.UpdateDocument(EResourceDocument.TermOf(id), document);
        writer.SetCommitData(new Dictionary<string, string> { [FormatKey] = Format, [SequenceKey] = sequence.ToString(CultureInfo.InvariantCulture) });
        writer.Commit();
        Refresh();
    }

    /// <summary>Looks for a newer commit, also one of another process.</summary>
    internal void Refresh()
    {
        if (TryOpenSearchers())
            _searchers!.MaybeRefreshBlocking(); // opened
    }

    /// <summary>Works with the index as it was last committed; an index that was never built finds nothing.</summary>
    internal T Search<T>(Func<IndexSearcher, T> work, T whenThereIsNoIndex)
    {
        if (!TryOpenSearchers())
            return whenThereIsNoIndex;
        var searcher = _searchers!.Acquire(); // opened
        try
        {
            return work(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <summary>Gives up the right to write.</summary>
    internal void Close()
    {
        _writer?.Dispose();
        _writer = null;
    }

    public void Dispose()
    {
        Close();
        _searchers?.Dispose();
        _directory.Dispose();
    }

    private bool TryOpenSearchers()
    {
        lock (_opening)
        {
            if (_searchers is null && DirectoryReader.IndexExists(_directory))
                _searchers = new SearcherManager(_directory, null);
            return _searchers is not null;
        }
    }

    private sealed class NoAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            throw new NotSupportedException($"Field '{fieldName}' came without its words.");
    }
}
