namespace Platform.Model.Catalogue;

/// <summary>Finds bibliographic records by what a reader types.</summary>
public interface IRecordSearch
{
    /// <summary>Keys of the records in which every word of the text occurs, best first; empty for a text without letters or digits.</summary>
    /// <param name="text">What was typed, with or without Vietnamese marks.</param>
    /// <param name="most">How many records at most.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    Task<IReadOnlyList<long>> FindAsync(string text, int most, CancellationToken cancellationToken);
}
