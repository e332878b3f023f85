namespace Platform.Model.Sharing.Rotation;

/// <summary>The problem with positions in place of keys, made once for all ways of solving it.</summary>
internal sealed class RotationIndex
{
    public RotationIndex(RotationProblem problem)
    {
        LibraryOf = problem.Libraries.Select((library, at) => (library.Id, at)).ToDictionary(pair => pair.Id, pair => pair.at);
        var cells = problem.Needs.Select(n => n.Cell).Concat(problem.Titles.Select(t => t.Cell)).Distinct().Select((cell, at) => (cell, at)).ToDictionary(pair => pair.cell, pair => pair.at);
        CellCount = cells.Count;
        Missing = new int[problem.Libraries.Count * CellCount];
        Needs = new int[problem.Libraries.Count];
        foreach (var need in problem.Needs.Where(n => n.Missing > 0))
        {
            var library = LibraryOf[need.LibraryId];
            Missing[library * CellCount + cells[need.Cell]] += need.Missing;
            Needs[library] += need.Missing;
        }
        OwnerOf = [.. problem.Titles.Select(title => LibraryOf[title.OwnerId])];
        CellOf = [.. problem.Titles.Select(title => cells[title.Cell])];
        Distances = new Kilometres(problem.Libraries);
        Nearest = Distances.Nearest();
        TitlesOf = Enumerable.Range(0, problem.Titles.Count).ToLookup(title => (OwnerOf[title], CellOf[title]));
    }

    public IReadOnlyDictionary<long, int> LibraryOf { get; }

    public int CellCount { get; }

    /// <summary>What each library misses of each cell: library times cells, then cell.</summary>
    public int[] Missing { get; }

    /// <summary>What each library misses in all.</summary>
    public int[] Needs { get; }

    public int[] OwnerOf { get; }

    public int[] CellOf { get; }

    public Kilometres Distances { get; }

    /// <summary>For each library the others, the nearest first.</summary>
    public int[][] Nearest { get; }

    /// <summary>Titles by owner and cell.</summary>
    public ILookup<(int Owner, int Cell), int> TitlesOf { get; }
}
