using Microsoft.EntityFrameworkCore;
using Platform.Api.Catalogue.Editing;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Control;
using Platform.Model.Catalogue.Import;

namespace Platform.Api.Catalogue.Importing;

/// <summary>What the API shows of an import.</summary>
internal sealed class ImportBatchFields : EntityType<ImportBatch>
{
    public ImportBatchFields(ValueKinds kinds)
        : base(Permission.EditCatalogue, b => b.Id)
    {
        var row = new RecordGraph<SampleRow>(kinds).With(r => r.Cells);
        kinds.Add(row);
        Column(b => b.FileName).Filterable();
        Column(b => b.State).Filterable();
        Column(b => b.OnMatch);
        Column(b => b.Columns);
        Column(b => b.ProtectedFields);
        Column(b => b.Position);
        Column(b => b.Total);
        Column(b => b.Percent);
        Column(b => b.Added);
        Column(b => b.Identical);
        Column(b => b.Matched);
        Column(b => b.Repaired);
        Column(b => b.Rejected);
        Column(b => b.ItemsAdded);
        Column(b => b.ItemsRejected);
        Column(b => b.Fault);
        Computed("sample", "The first rows of a register, for a person to say what its columns hold; empty for records.", [Hidden(b => b.Sample)], values => SampleRow.RowsOf((string?)values[0]));
        Column(b => b.StartedAt).Sortable().Filterable();
        Column(b => b.FinishedAt);
        One(b => b.Library, b => b.LibraryId).Filterable();
        Many("lines", "The records of the file, to be filtered by what becomes of them.", (ImportLine line) => line.BatchId);
    }
}

/// <summary>A row of a register as it is.</summary>
/// <param name="Cells">Its cells from the left; empty where there is nothing.</param>
internal sealed record SampleRow(IReadOnlyList<string> Cells)
{
    public static IReadOnlyList<SampleRow> RowsOf(string? sample) => sample is null ? [] : [.. sample.Split('\n').Select(row => new SampleRow(row.Split('\t')))];
}

/// <summary>What the API shows of a record of an imported file.</summary>
internal sealed class ImportLineFields : EntityType<ImportLine>
{
    public ImportLineFields(MarcGraphs marc)
        : base(Permission.EditCatalogue, l => l.Id)
    {
        Column(l => l.Number).Sortable();
        Column(l => l.Outcome).Filterable();
        Column(l => l.Title);
        Column(l => l.MatchPoints).Filterable();
        Column(l => l.Remark);
        Column(l => l.SameAsNumber);
        Column(l => l.Copies);
        One<BibliographicRecord>("matchedRecord", "The record of the catalogue that it is likely or surely the same as, while it is reviewed and afterwards.", l => l.MatchedRecordId);
        One<BibliographicRecord>("record", "The record that it became or was found to be; null when it was not taken, or is not yet applied.", l => l.RecordId);
        Batch("marc", "The record of the file, field by field; null once it is applied.", () => GraphKind.Of(marc.Record), (db, keys, cancellationToken) =>
            ReadAsync(db, keys, staged => MarcView.Of(Marc(staged)), cancellationToken));
        Batch("differences", "What an overlay or merge would change in the matched record, subfield by subfield; empty for any other outcome, and once it is applied.", () => MarcGraphs.ListOf(marc.Difference), DifferencesAsync);
    }

    private static async Task<IReadOnlyDictionary<long, object?>> ReadAsync(LibraryDb db, IReadOnlyList<long> keys, Func<StagedRecord, object> value, CancellationToken cancellationToken) =>
        (await db.StagedRecords.AsNoTracking().Where(s => keys.Contains(s.LineId)).ToListAsync(cancellationToken)).ToDictionary(s => s.LineId, s => (object?)value(s));

    private static async Task<IReadOnlyDictionary<long, object?>> DifferencesAsync(LibraryDb db, IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        var staged = await db.StagedRecords.AsNoTracking()
            .Where(s => keys.Contains(s.LineId) && (s.Line.Outcome == ImportOutcome.Overlaid || s.Line.Outcome == ImportOutcome.Merged) && s.Line.MatchedRecordId != null)
            .Join(db.RecordContents, s => s.Line.MatchedRecordId, c => c.RecordId, (s, c) => new { Staged = s, Present = c, s.Line.Outcome, s.Line.Batch.ProtectedFields })
            .ToListAsync(cancellationToken);
        var found = staged.ToDictionary(s => s.Staged.LineId, s => (object?)Between(s.Present.ToMarc(), Marc(s.Staged), s.Outcome, s.ProtectedFields?.Split(',') ?? []));
        return keys.ToDictionary(key => key, key => found.GetValueOrDefault(key, Array.Empty<RecordDifference>()));
    }

    private static IReadOnlyList<RecordDifference> Between(MarcRecord present, MarcRecord incoming, ImportOutcome outcome, IReadOnlyCollection<string> alsoProtected) =>
        RecordDifference.Between(present, outcome is ImportOutcome.Overlaid ? RecordOverlay.Replace(present, incoming, alsoProtected) : RecordOverlay.Complete(present, incoming, alsoProtected));

    private static MarcRecord Marc(StagedRecord staged) => new RecordContent { Bytes = staged.Bytes, Format = staged.Format }.ToMarc();
}
