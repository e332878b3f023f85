using Platform.Marc.Content;

namespace Platform.Marc.Iso2709;

/// <summary>An entry of a damaged directory.</summary>
/// <param name="Place">Its first byte within the record.</param>
/// <param name="Tag">Its tag, which may be anything.</param>
/// <param name="Length">The field's length; -1 when it is not digits.</param>
/// <param name="Start">The field's start after the base address; -1 when it is not digits.</param>
internal readonly record struct DirectoryEntry(int Place, FieldTag Tag, int Length, int Start)
{
    public bool IsNumeric => Length >= 0 && Start >= 0;
}
