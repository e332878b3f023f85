namespace Platform.Marc;

/// <summary>A subfield of a data field.</summary>
/// <param name="Code">One character, normally a lower-case letter or a digit.</param>
/// <param name="Value">The text, decoded.</param>
public readonly record struct Subfield(char Code, string Value)
{
    /// <summary>As librarians write it: <c>$aTitle</c>.</summary>
    public override string ToString() => $"${Code}{Value}";
}
