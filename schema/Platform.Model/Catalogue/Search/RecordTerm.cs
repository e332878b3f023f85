namespace Platform.Model.Catalogue.Search;

/// <summary>A word of the index.</summary>
/// <param name="Word">The folded word, or the number.</param>
/// <param name="Records">How many records have it.</param>
public sealed record RecordTerm(string Word, int Records);
