namespace Platform.Marc;

/// <summary>What became of a record that was to be written.</summary>
/// <param name="IsWritten">False when the format cannot hold the record: nothing of it was written.</param>
/// <param name="Problems">Why it was refused, or what had to be replaced; empty when it was written faithfully.</param>
public readonly record struct MarcWriting(bool IsWritten, IReadOnlyList<MarcProblem> Problems);
