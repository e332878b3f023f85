namespace Platform.Storage;

/// <summary>A work that the platform does by itself at set times, beside reports. Safe to run twice and on any node.</summary>
public interface IUpkeep
{
    /// <summary>Its name in schedules and logs.</summary>
    string Name { get; }

    /// <summary>Does what is to be done now.</summary>
    /// <returns>How many rows, files or messages it dealt with.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);
}
