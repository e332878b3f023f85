using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Options;

namespace Platform.Storage.Catalogue.Search;

/// <summary>
/// The index of this node in its folder. Readers see what was last committed; one process at a time may write. A commit holds the
/// sequence of the change feed up to which it is true, so that after a crash the index goes on from there.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>Number of the index's layout: an index of another one is rebuilt.</summary>
    internal const int Format = 1;

    private const string SequenceKey = "sequence";
    private const string FormatKey = "format";
    private const double BufferMegabytes = 48;

    private readonly FSDirectory _directory;
    private readonly System.Threading.Lock _opening = new();
    private IndexWriter? _writer;
    private SearcherManager? _searchers;

    public SearchIndex(IOptions<StorageOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Folder = Path.Combine(options.Value.DataPath, "search");
        _directory = FSDirectory.Open(Folder);
    }

    /// <summary>Where the index is.</summary>
    public string Folder { get; }

    /// <summary>The last entry of the change feed that is in the committed index; null when there is none, or one of another layout, and it must be rebuilt.</summary>
    public long? Sequence
    {
        get
        {
            if (!DirectoryReader.IndexExists(_directory))
                return null;
            var commit = new SegmentInfos();
            commit.Read(_directory);
            return commit.UserData.TryGetValue(FormatKey, out var format) && format == Number(Format) && commit.UserData.TryGetValue(SequenceKey, out var sequence)
                ? long.Parse(sequence, CultureInfo.InvariantCulture)
                : null;
        }
    }

    /// <summary>Takes the right to write, which one process has at a time; false when another has it.</summary>
    public bool TryOpenForWriting()
    {
        lock (_opening)
        {
            try
            {
                _writer ??= new IndexWriter(_directory, Configuration());
                return true;
            }
            catch (LockObtainFailedException)
            {
                return false;
            }
        }
    }

    /// <summary>Puts records in the place of what the index has of them; they are found after the next <see cref="Commit"/>.</summary>
    internal void Replace(IEnumerable<(long Id, Document? Document)> records)
    {
        foreach (var (id, document) in records)
        {
            var term = new Term(IndexFields.Id, Number(id));
            if (document is null)
                Writer.DeleteDocuments(term);
            else
                Writer.UpdateDocument(term, document);
        }
    }

    /// <summary>Adds records that the index does not have.</summary>
    internal void Add(IEnumerable<Document> documents) => Writer.AddDocuments(documents);

    /// <summary>Empties the index.</summary>
    internal void Clear() => Writer.DeleteAll();

    /// <summary>Makes everything since the last commit durable and found; it is true up to this entry of the feed.</summary>
    internal void Commit(long sequence)
    {
        Writer.SetCommitData(new Dictionary<string, string> { [SequenceKey] = Number(sequence), [FormatKey] = Number(Format) });
        Writer.Commit();
        Refresh();
    }

    /// <summary>Gives up the right to write.</summary>
    internal void CloseWriter()
    {
        lock (_opening)
        {
            _writer?.Dispose();
            _writer = null;
        }
    }

    /// <summary>Looks for a newer commit, also one of another process.</summary>
    internal void Refresh()
    {
        if (_searchers is null)
            TryOpenSearchers();
        else
            _searchers.MaybeRefreshBlocking();
    }

    /// <summary>Works with the index as it was last committed; an index that was never built finds nothing.</summary>
    internal T Search<T>(Func<IndexSearcher, T> work, T whenThereIsNoIndex)
    {
        if (_searchers is null && !TryOpenSearchers())
            return whenThereIsNoIndex;
        var searcher = _searchers!.Acquire(); // opened above
        try
        {
            return work(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    public void Dispose()
    {
        _searchers?.Dispose();
        CloseWriter();
        _directory.Dispose();
    }

    private IndexWriter Writer => _writer ?? throw new InvalidOperationException("The index is not open for writing.");

    private bool TryOpenSearchers()
    {
        lock (_opening)
        {
            if (_searchers is null && DirectoryReader.IndexExists(_directory))
                _searchers = new SearcherManager(_directory, new WholeNumberSearchers());
            return _searchers is not null;
        }
    }

    private static IndexWriterConfig Configuration() => new(LuceneVersion.LUCENE_48, new NoAnalyzer())
    {
        Similarity = new WholeNumberSimilarity(),
        RAMBufferSizeMB = BufferMegabytes,
        OpenMode = OpenMode.CREATE_OR_APPEND,
        WriteLockTimeout = 0,
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class WholeNumberSearchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new WholeNumberSimilarity() };
    }

    // All texts come as words already; nothing is left to analyse.
    private sealed class NoAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            throw new NotSupportedException($"Field '{fieldName}' came without its words.");
    }
}
