using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Api.Reporting;

/// <summary>What the API shows of a report that was closed.</summary>
internal sealed class ReportRunFields : EntityType<ReportRun>
{
    public ReportRunFields(ReportGraphs graphs)
        : base(Permission.ReadReports, r => r.Id)
    {
        Column(r => r.DefinitionCode).Sortable().Filterable();
        Column(r => r.DefinitionVersion);
        Column(r => r.PeriodKind).Filterable();
        Column(r => r.Period).Sortable().Filterable();
        Column(r => r.FirstOn).Sortable().Filterable();
        Column(r => r.LastOn).Sortable().Filterable();
        Column(r => r.ClosedAt).Sortable().Filterable();
        Column(r => r.CurrentSnapshot);
        Column("hash", "Content address (SHA-256) of the snapshot that holds now; it is printed on every page.", r => r.Snapshots.Where(s => s.Number == r.CurrentSnapshot).Select(s => s.Hash).FirstOrDefault());
        Column(r => r.State).Filterable();
        One(r => r.Library, r => r.LibraryId).Filterable();
        Many<SubmissionStep>("steps", "The report's way: who did what when, and what was said.", s => s.RunId);
        Many<ReportScan>("scans", "The signed and stamped papers of its versions, scanned, each with its hash.", s => s.RunId);
        Batch("changes", "The figures by which the version that holds differs from the one before; empty without a correction.", () => graphs.Changes, SnapshotChanges.OfLastCorrectionAsync);
        Batch("changedSinceApproval", "How many figures differ from the version that was approved last; null when none was.", () => graphs.Count, SnapshotChanges.SinceApprovalAsync);
        Batch("tables", "The tables of the frozen report, with every figure.", () => graphs.Tables, SnapshotTables.ReadAsync);
    }
}
