namespace Platform.Marc.Input;

/// <summary>Collects the problems of one record; costs nothing while there are none.</summary>
internal sealed class ProblemList
{
    private List<MarcProblem>? _problems;

    /// <summary>The record that is being read, from 1.</summary>
    public int RecordNumber { get; set; }

    /// <summary>Where that record begins in the input; -1 when unknown.</summary>
    public long RecordOffset { get; set; }

    public bool IsEmpty => _problems is null;

    /// <summary>Adds a problem at a place counted from the start of the record.</summary>
    public void Add(MarcRule rule, MarcSeverity severity, int place, string? tag, string message)
    {
        var offset = RecordOffset < 0 ? -1 : RecordOffset + place;
        (_problems ??= []).Add(new MarcProblem(rule, severity, offset, RecordNumber, tag, message));
    }

    /// <summary>Hands over what was collected and starts anew.</summary>
    public IReadOnlyList<MarcProblem> Take()
    {
        IReadOnlyList<MarcProblem> problems = _problems ?? (IReadOnlyList<MarcProblem>)[];
        _problems = null;
        return problems;
    }
}
