namespace Platform.Model.Sharing;

/// <summary>Distances between places, as the crow flies.</summary>
public static class GreatCircle
{
    private const double EarthRadius = 6371;

    /// <summary>The distance in kilometres by the haversine formula, good to half a percent.</summary>
    public static double Kilometres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (lat, lon) = (Radians(otherLatitude - latitude), Radians(otherLongitude - longitude));
        var h = Math.Pow(Math.Sin(lat / 2), 2) + Math.Cos(Radians(latitude)) * Math.Cos(Radians(otherLatitude)) * Math.Pow(Math.Sin(lon / 2), 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
