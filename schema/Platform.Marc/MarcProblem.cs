using System.Globalization;

namespace Platform.Marc;

/// <summary>Something wrong with a record or a file: a value to show, count or act on, never an exception.</summary>
/// <param name="Rule">What is wrong.</param>
/// <param name="Severity">What it means for the record.</param>
/// <param name="Offset">Where: bytes from the start of the input (characters for text formats); -1 when unknown.</param>
/// <param name="RecordNumber">The record's position in the input, from 1; 0 when it concerns none.</param>
/// <param name="Tag">The field's tag, if it concerns one.</param>
/// <param name="Message">One English sentence with the values in it.</param>
public sealed record MarcProblem(
    MarcRule Rule, MarcSeverity Severity, long Offset, int RecordNumber, string? Tag, string Message)
{
    /// <summary>One line: record, tag, offset, rule and message.</summary>
    public override string ToString()
    {
        var place = RecordNumber == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"record {RecordNumber}, ");
        var tag = Tag is null ? "" : $"field {Tag}, ";
        var offset = Offset < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"offset {Offset}, ");
        return $"{place}{tag}{offset}{Severity}: {Rule}: {Message}";
    }
}
