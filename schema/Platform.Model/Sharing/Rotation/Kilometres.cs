namespace Platform.Model.Sharing.Rotation;

/// <summary>Distances between the libraries of a problem, as the crow flies.</summary>
internal sealed class Kilometres
{
    private readonly double[,] _between;

    public Kilometres(IReadOnlyList<RotationLibrary> libraries)
    {
        _between = new double[libraries.Count, libraries.Count];
        for (var a = 0; a < libraries.Count; a++)
            for (var b = 0; b < a; b++)
                _between[a, b] = _between[b, a] = GreatCircle.Kilometres(libraries[a].Latitude, libraries[a].Longitude, libraries[b].Latitude, libraries[b].Longitude);
    }

    public double this[int from, int to] => _between[from, to];

    /// <summary>For each library the others, the nearest first.</summary>
    public int[][] Nearest()
    {
        var count = _between.GetLength(0);
        return
        [
            .. Enumerable.Range(0, count).Select(to => Enumerable.Range(0, count).Where(from => from != to)
                .OrderBy(from => _between[from, to]).ThenBy(from => from).ToArray()),
        ];
    }
}
