namespace Platform.Model.Privacy;

/// <summary>One cell of a table of counts, at its finest: the counts of a table add up.</summary>
/// <param name="Key">Where it stands: a value for each dimension, in the order of the table's dimensions.</param>
/// <param name="Count">How many; never negative. A cell of 0 may be left out.</param>
/// <param name="IsAboutPupils">Whether pupils are, or may be, among those counted.</param>
public sealed record CountCell(IReadOnlyList<string> Key, long Count, bool IsAboutPupils);
