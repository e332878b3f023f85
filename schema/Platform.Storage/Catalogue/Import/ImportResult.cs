using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>What an import came to.</summary>
public abstract record ImportResult
{
    /// <summary>Nothing was done, and why.</summary>
    /// <param name="Reason">One English sentence with the values in it.</param>
    public sealed record Refused(string Reason) : ImportResult;

    /// <summary>The file was dealt with to its end.</summary>
    /// <param name="BatchId">Key of the <see cref="ImportBatch"/>; 0 for a dry run.</param>
    /// <param name="ResumedAfter">Records that an earlier, broken-off run had dealt with; they are in the counts.</param>
    /// <param name="Counts">How many records and copies met which fate.</param>
    /// <param name="Remarks">The first lines that have something to say, see <see cref="RecordImport.MaxRemarks"/>.</param>
    public sealed record Done(long BatchId, int ResumedAfter, ImportCounts Counts, IReadOnlyList<ImportRemark> Remarks) : ImportResult;
}

/// <summary>Counts of an import; <see cref="Read"/> is the sum of added, identical, matched and rejected.</summary>
public sealed record ImportCounts(int Read, int Added, int Identical, int Matched, int Repaired, int Rejected, int ItemsAdded, int ItemsRejected);

/// <summary>A record of the file that was repaired, rejected, or lost a copy.</summary>
/// <param name="Number">Its position in the file, from 1.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Text">Why.</param>
public sealed record ImportRemark(int Number, ImportOutcome Outcome, string Text);

/// <summary>How far a running import is.</summary>
/// <param name="Records">Records dealt with.</param>
/// <param name="Fraction">Part of the file that is read, 0 to 1.</param>
public readonly record struct ImportProgress(int Records, double Fraction);
