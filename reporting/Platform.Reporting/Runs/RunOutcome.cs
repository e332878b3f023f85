using Platform.Model.Reporting;

namespace Platform.Reporting.Runs;

/// <summary>What came of running a report: a line of the ledger, or the reason why there is none.</summary>
public sealed record RunOutcome
{
    /// <summary>The line; null when the run was refused.</summary>
    public ReportRun? Run { get; private init; }

    /// <summary>Whether this run closed the period; false when it was closed before.</summary>
    public bool IsNew { get; private init; }

    /// <summary>Why the run was refused; null when it was not.</summary>
    public RunRefusal? Refusal { get; private init; }

    /// <summary>The refusal in a sentence with its values; empty when it was not refused.</summary>
    public string Message { get; private init; } = "";

    internal static RunOutcome Of(ReportRun run, bool isNew) => new() { Run = run, IsNew = isNew };

    internal static RunOutcome Refused(RunRefusal refusal, string message) => new() { Refusal = refusal, Message = message };
}

/// <summary>Why a report was not run.</summary>
public enum RunRefusal : byte
{
    /// <summary>No definition of that code holds in the period.</summary>
    UnknownReport = 1,

    /// <summary>There is no library of that code.</summary>
    UnknownLibrary = 2,

    /// <summary>The period's code cannot be read.</summary>
    UnknownPeriod = 3,

    /// <summary>The report does not cover such periods.</summary>
    WrongPeriod = 4,

    /// <summary>The period has not ended.</summary>
    PeriodNotOver = 5,
}
