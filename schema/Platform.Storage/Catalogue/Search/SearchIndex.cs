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
    internal const int Format = 2;

    private const double BufferMegabytes = 48;

    private readonly FSDirectory _directory;
    private readonly System.Threading.Lock _opening = new();
    private IndexWriter? _writer;
    private IndexState? _applied;
    private bool _hasPending;
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
    public long? Sequence => Committed()?.Sequence;

    /// <summary>The last entry that is applied, committed or not yet; null when the index must be rebuilt.</summary>
    internal long? Applied => _writer is null ? Sequence : _applied?.Sequence;

    /// <summary>Takes the right to write, which one process has at a time; false when another has it.</summary>
    public bool TryOpenForWriting()
    {
        lock (_opening)
        {
            try
            {
                if (_writer is not null)
                    return true;
                _writer = new IndexWriter(_directory, Configuration());
                _applied = Committed();
                return true;
            }
            catch (LockObtainFailedException)
            {
                return false;
            }
        }
    }

    /// <summary>
    /// Puts records in the place of what the index has of them, a null for one that is no more; they are found, and durable, after the next
    /// <see cref="Commit"/>. Keys only grow, so a key above all those before is new: it is added without looking for an older one.
    /// </summary>
    /// <param name="records">The records; a document may be used again for the next one.</param>
    /// <param name="sequence">The entry of the feed up to which the index is then true; null while it is being built.</param>
    internal void Apply(IEnumerable<(long Id, Document? Document)> records, long? sequence)
    {
        var highest = _applied?.HighestId ?? 0;
        foreach (var (id, document) in records)
        {
            if (document is not null && id > highest)
                Writer.AddDocument(document);
            else if (document is not null)
                Writer.UpdateDocument(new Term(IndexFields.Id, Number(id)), document);
            else
                Writer.DeleteDocuments(new Term(IndexFields.Id, Number(id)));
            highest = Math.Max(highest, id);
        }
        (_applied, _hasPending) = (new IndexState(sequence, highest), true);
    }

    /// <summary>Empties the index; the old one answers until the next commit.</summary>
    internal void Clear()
    {
        Writer.DeleteAll();
        (_applied, _hasPending) = (null, true);
    }

    /// <summary>Makes everything since the last commit durable and found.</summary>
    internal void Commit()
    {
        Writer.SetCommitData(_applied?.ToCommitData() ?? []);
        Writer.Commit();
        _hasPending = false;
        Refresh();
    }

    /// <summary>Forgets everything since the last commit, and gives up the right to write: what was done in part must not be built on.</summary>
    internal void Rollback()
    {
        lock (_opening)
        {
            _writer?.Rollback();
            (_writer, _hasPending) = (null, false);
        }
    }

    /// <summary>Commits, and gives up the right to write.</summary>
    internal void CloseWriter()
    {
        lock (_opening)
        {
            if (_hasPending)
                Commit();
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
        Rollback(); // what is not committed comes again from the feed
        _searchers?.Dispose();
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

    private IndexState? Committed()
    {
        if (!DirectoryReader.IndexExists(_directory))
            return null;
        var commit = new SegmentInfos();
        commit.Read(_directory);
        return IndexState.From(commit.UserData);
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
