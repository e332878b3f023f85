using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Platform.Model;

/// <summary>Stores an instant as UTC date and time with milliseconds, which both databases order alike (SQLite cannot order <see cref="DateTimeOffset"/>).</summary>
internal sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTime>(
    instant => Truncate(instant.UtcDateTime),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    private static DateTime Truncate(DateTime instant) =>
        new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
}
