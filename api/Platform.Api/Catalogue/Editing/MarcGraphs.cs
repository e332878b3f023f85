using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Checks;
using Platform.Model.Catalogue.Control;

namespace Platform.Api.Catalogue.Editing;

/// <summary>The GraphQL types of MARC records and of what the rules say of them.</summary>
internal sealed class MarcGraphs
{
    public MarcGraphs(ValueKinds kinds)
    {
        var subfield = new RecordGraph<MarcSubfieldView>(kinds, "MarcSubfield").With(s => s.Code).With(s => s.Occurrence).With(s => s.Value);
        var field = new RecordGraph<MarcFieldView>(kinds, "MarcField").With(f => f.Tag).With(f => f.Occurrence).With(f => f.Indicators).With(f => f.Value)
            .With(ListOf(subfield), f => f.Subfields);
        Record = new RecordGraph<MarcView>(kinds, "MarcRecord").With(r => r.Leader).With(ListOf(field), r => r.Fields).With(r => r.Text);
        var problem = new RecordGraph<RecordProblem>(kinds).With(p => p.Rule).With(p => p.Severity).With(p => p.Path)
            .With(p => p.Vietnamese).With(p => p.English).With(p => p.MendVietnamese).With(p => p.MendEnglish);
        kinds.Add(problem);
        Problem = problem;
        Difference = new RecordGraph<RecordDifference>(kinds).With(d => d.Kind).With(d => d.Path).With(d => d.Before).With(d => d.After);
    }

    /// <summary>A MARC record.</summary>
    public RecordGraph<MarcView> Record { get; }

    /// <summary>A problem of a record.</summary>
    public RecordGraph<RecordProblem> Problem { get; }

    /// <summary>A place in which two states of a record differ.</summary>
    public RecordGraph<RecordDifference> Difference { get; }

    /// <summary>A list of objects, never null.</summary>
    public static GraphKind ListOf(global::GraphQL.Types.IGraphType type) => GraphKind.Of(type).Required().List().Required();

    /// <summary>The MARC content of many records at once.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> ReadAsync(LibraryDb db, IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await ContentsAsync(db, keys, cancellationToken)).ToDictionary(c => c.RecordId, c => (object?)MarcView.Of(c.ToMarc()));

    /// <summary>What the rules say of many records at once.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> CheckAsync(LibraryDb db, IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await ContentsAsync(db, keys, cancellationToken)).ToDictionary(c => c.RecordId, c => (object?)RecordCheck.Of(c.ToMarc()));

    // A record without content was never catalogued: it has none to show.
    private static async Task<List<RecordContent>> ContentsAsync(LibraryDb db, IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        await db.RecordContents.AsNoTracking().Where(c => keys.Contains(c.RecordId) && c.Bytes != Array.Empty<byte>()).ToListAsync(cancellationToken);
}
