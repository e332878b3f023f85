namespace Platform.Model.Sharing.Rotation;

/// <summary>Distances between the libraries of a problem, as the crow flies.</summary>
internal sealed class Kilometres
{
    private const double EarthRadius = 6371;
    private readonly double[,] _between;

    public Kilometres(IReadOnlyList<RotationLibrary> libraries)
    {
        _between = new double[libraries.Count, libraries.Count];
        for (var a = 0; a < libraries.Count; a++)
            for (var b = 0; b < a; b++)
                _between[a, b] = _between[b, a] = Between(libraries[a], libraries[b]);
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

    // Haversine.
    private static double Between(RotationLibrary a, RotationLibrary b)
    {
        var (lat, lon) = (Radians(b.Latitude - a.Latitude), Radians(b.Longitude - a.Longitude));
        var h = Math.Pow(Math.Sin(lat / 2), 2) + Math.Cos(Radians(a.Latitude)) * Math.Cos(Radians(b.Latitude)) * Math.Pow(Math.Sin(lon / 2), 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
