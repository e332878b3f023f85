namespace Platform.Model.Sharing.Rotation;

/// <summary>
/// The state while a plan is made: what each owner may still send, each library still misses and has room for. Every set goes through
/// <see cref="Take"/>, which keeps all rules: whoever chooses, an unlawful set cannot come about.
/// </summary>
internal sealed class RotationBoard
{
    private readonly RotationRules _rules;
    private readonly int[] _maySend;
    private readonly int[] _room;
    private readonly int[] _missing;
    private readonly int[] _sent;
    private readonly HashSet<(int To, long RecordId)> _holds;
    private readonly List<(int Title, int To, int First, int Count, int MissingBefore)> _taken = [];

    public RotationBoard(RotationProblem problem, RotationIndex index)
    {
        (Problem, Index, _rules) = (problem, index, problem.Rules);
        _maySend = [.. problem.Libraries.Select(l => Math.Max(0, l.Stock - l.MinimumStock))];
        _room = [.. problem.Libraries.Select(l => Math.Max(0, l.ShelfRoom))];
        _missing = (int[])index.Missing.Clone();
        _sent = new int[problem.Titles.Count];
        _holds = [.. problem.Held.Where(h => index.LibraryOf.ContainsKey(h.LibraryId)).Select(h => (index.LibraryOf[h.LibraryId], h.RecordId))];
    }

    public RotationProblem Problem { get; }

    public RotationIndex Index { get; }

    /// <summary>How many copies of the cell the library still misses.</summary>
    public int Missing(int library, int cell) => _missing[library * Index.CellCount + cell];

    /// <summary>How many copies of the title could go to the library now.</summary>
    public int Sendable(int title, int to)
    {
        var owner = Index.OwnerOf[title];
        if (owner == to || _holds.Contains((to, Problem.Titles[title].RecordId)))
            return 0;
        return Math.Min(Math.Min(Left(title), _maySend[owner]), Math.Min(Math.Min(_room[to], _rules.LargestSet), Missing(to, Index.CellOf[title])));
    }

    /// <summary>How many copies of the title have not been promised and may travel.</summary>
    public int Left(int title)
    {
        var copies = Problem.Titles[title].ItemIds.Count;
        return copies < _rules.FewestCopies ? 0 : copies - _rules.KeepAtHome - _sent[title];
    }

    /// <summary>Whether the owner can still send anything.</summary>
    public bool MaySend(int owner) => _maySend[owner] > 0;

    /// <summary>Whether the library can still take anything.</summary>
    public bool HasRoom(int library) => _room[library] > 0;

    /// <summary>Sends as many copies as the rules allow; how many.</summary>
    public int Take(int title, int to)
    {
        var count = Sendable(title, to);
        if (count <= 0)
            return 0;
        var cell = Index.CellOf[title];
        _taken.Add((title, to, _sent[title], count, Missing(to, cell)));
        _missing[to * Index.CellCount + cell] -= count;
        _room[to] -= count;
        _maySend[Index.OwnerOf[title]] -= count;
        _sent[title] += count;
        _holds.Add((to, Problem.Titles[title].RecordId));
        return count;
    }

    /// <summary>The worth of what was taken so far.</summary>
    public RotationScore Score()
    {
        var distance = _taken.Sum(set => Index.Distances[Index.OwnerOf[set.Title], set.To]) * _rules.PointsPerSetKilometre;
        return new RotationScore(_taken.Sum(set => set.Count), distance, Unfairness());
    }

    /// <summary>What was taken, as sets for people.</summary>
    public IReadOnlyList<RotationSet> Sets() =>
    [
        .. _taken.Select(set => SetOf(set.Title, set.To, set.First, set.Count, set.MissingBefore))
            .OrderBy(set => set.FromId).ThenBy(set => set.ToId).ThenBy(set => set.RecordId),
    ];

    /// <summary>Titles of which nothing is sent, by reason.</summary>
    public IReadOnlyDictionary<StayReason, int> NotSent() => Enumerable.Range(0, Problem.Titles.Count)
        .Where(title => _sent[title] == 0)
        .CountBy(ReasonToStay)
        .ToDictionary();

    private StayReason ReasonToStay(int title)
    {
        if (Left(title) <= 0)
            return StayReason.TooFewCopies;
        return MaySend(Index.OwnerOf[title]) ? StayReason.NobodyCanTakeIt : StayReason.OwnerAtMinimum;
    }

    private RotationSet SetOf(int title, int to, int first, int count, int missingBefore)
    {
        var source = Problem.Titles[title];
        return new RotationSet(
            source.RecordId,
            source.OwnerId,
            Problem.Libraries[to].Id,
            [.. source.ItemIds.Skip(first).Take(count)],
            source.Cell,
            missingBefore,
            Index.Distances[Index.OwnerOf[title], to],
            source.ItemIds.Count - _sent[title]);
    }

    private double Unfairness()
    {
        var (needs, mean) = (Index.Needs, MeanShare());
        return _rules.FairnessWeight * Enumerable.Range(0, needs.Length)
            .Where(library => needs[library] > 0)
            .Sum(library => needs[library] * Math.Pow(Share(library) - mean, 2));
    }

    private double MeanShare()
    {
        var total = Index.Needs.Sum(need => (double)need);
        return total == 0 ? 0 : _taken.Sum(set => set.Count) / total;
    }

    private double Share(int library)
    {
        var still = 0;
        for (var cell = 0; cell < Index.CellCount; cell++)
            still += Missing(library, cell);
        return 1 - (double)still / Index.Needs[library];
    }
}
