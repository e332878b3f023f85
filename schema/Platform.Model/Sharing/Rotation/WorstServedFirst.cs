namespace Platform.Model.Sharing.Rotation;

/// <summary>Fills a board by serving, again and again, the library whose share of its need is smallest.</summary>
internal sealed class WorstServedFirst
{
    private readonly RotationBoard _board;
    private readonly RotationIndex _index;
    private readonly PriorityQueue<int, (double Share, int Library)> _libraries = new();
    private readonly PriorityQueue<int, (double Cost, int Cell)>[] _cells;
    private readonly IEnumerator<int>[][] _offers;
    private readonly int[] _filled;

    public WorstServedFirst(RotationBoard board)
    {
        (_board, _index) = (board, board.Index);
        var count = board.Problem.Libraries.Count;
        _filled = new int[count];
        _cells = [.. Enumerable.Range(0, count).Select(_ => new PriorityQueue<int, (double, int)>())];
        _offers = [.. Enumerable.Range(0, count).Select(library => Enumerable.Range(0, _index.CellCount).Select(cell => Offers(library, cell).GetEnumerator()).ToArray())];
        for (var library = 0; library < count; library++)
            Begin(library);
    }

    public RotationBoard Fill()
    {
        while (_libraries.TryDequeue(out var library, out _))
            if (ServeOnce(library))
                _libraries.Enqueue(library, (Share(library), library));
        return _board;
    }

    private void Begin(int library)
    {
        for (var cell = 0; cell < _index.CellCount; cell++)
            Offer(library, cell);
        if (_index.Needs[library] > 0)
            _libraries.Enqueue(library, (0, library));
    }

    /// <summary>Gives the library its cheapest set; false when nothing is left for it.</summary>
    private bool ServeOnce(int library)
    {
        while (_board.HasRoom(library) && _cells[library].TryDequeue(out var cell, out var offered))
        {
            var title = _offers[library][cell].Current;
            if (Cost(title, library) > offered.Cost + 1e-9)
            {
                // Others took copies of it meanwhile: offered again at its new price, or the next one in its place.
                if (!Offer(library, cell, title))
                    Offer(library, cell);
                continue;
            }
            var taken = _board.Take(title, library);
            Offer(library, cell);
            _filled[library] += taken;
            if (taken > 0)
                return true;
        }
        return false;
    }

    // The next title of the cell that could come, at its price for each copy; sets dear enough to cost more than they bring are not offered.
    private void Offer(int library, int cell)
    {
        while (_board.Missing(library, cell) > 0 && _offers[library][cell].MoveNext())
            if (Offer(library, cell, _offers[library][cell].Current))
                return;
    }

    private bool Offer(int library, int cell, int title)
    {
        var cost = Cost(title, library);
        if (cost >= 1)
            return false;
        _cells[library].Enqueue(cell, (cost, cell));
        return true;
    }

    private double Cost(int title, int library)
    {
        var copies = _board.Sendable(title, library);
        return copies <= 0 ? double.MaxValue : _index.Distances[_index.OwnerOf[title], library] * _board.Problem.Rules.PointsPerSetKilometre / copies;
    }

    private double Share(int library) => (double)_filled[library] / _index.Needs[library];

    private IEnumerable<int> Offers(int library, int cell)
    {
        foreach (var owner in _index.Nearest[library])
            foreach (var title in _index.TitlesOf[(owner, cell)])
                if (_board.MaySend(owner))
                    yield return title;
    }
}
