using Microsoft.EntityFrameworkCore;
using Platform.Api.Catalogue.Editing;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Checks;
using Platform.Model.Catalogue.Control;

namespace Platform.Api.Catalogue.Control;

/// <summary>What the API shows of a member's proposal.</summary>
internal sealed class ChangeProposalFields : EntityType<ChangeProposal>
{
    public ChangeProposalFields(MarcGraphs marc)
        : base(Permission.EditCatalogue, p => p.Id)
    {
        Column(p => p.State).Filterable();
        Column(p => p.RecordVersion);
        Column(p => p.Note);
        Column(p => p.Message);
        Computed("rules", "The rules by which the hub returned it.", [Hidden(p => p.Rules)], values => ((string?)values[0])?.Split(',') ?? []);
        Column(p => p.ProposedAt).Sortable().Filterable();
        Column(p => p.DecidedAt).Filterable();
        One(p => p.Library, p => p.LibraryId).Filterable();
        One(p => p.Record, p => p.RecordId).Filterable();
        Batch("differences", "The difference that it makes, subfield by subfield.", () => MarcGraphs.ListOf(marc.Difference), (db, keys, cancellationToken) =>
            ReadAsync(db, keys, p => RecordDifference.Between(Marc(p.Before, p.BeforeFormat), Marc(p.After, p.AfterFormat)), cancellationToken));
        Batch("problems", "What the rules say of the record as it would be.", () => MarcGraphs.ListOf(marc.Problem), (db, keys, cancellationToken) =>
            ReadAsync(db, keys, p => RecordCheck.Of(Marc(p.After, p.AfterFormat)), cancellationToken));
    }

    private static async Task<IReadOnlyDictionary<long, object?>> ReadAsync(LibraryDb db, IReadOnlyList<long> keys, Func<ChangeProposal, object> value, CancellationToken cancellationToken) =>
        (await db.ChangeProposals.AsNoTracking().Where(p => keys.Contains(p.Id)).ToListAsync(cancellationToken)).ToDictionary(p => p.Id, p => (object?)value(p));

    private static Platform.Marc.MarcRecord Marc(byte[] bytes, StoredFormat format) => new RecordContent { Bytes = bytes, Format = format }.ToMarc();
}

/// <summary>What the API shows of a contribution to the union catalogue.</summary>
internal sealed class UnionContributionFields : EntityType<UnionContribution>
{
    public UnionContributionFields()
        : base(Permission.ReadCatalogue, c => c.Id)
    {
        Column(c => c.Level).Filterable();
        Column(c => c.ContributedOn).Sortable().Filterable();
        Column(c => c.WithdrawnOn).Filterable();
        One(c => c.Library, c => c.LibraryId).Filterable();
        One(c => c.Record, c => c.RecordId).Filterable();
    }
}

/// <summary>What the API shows of an assessment of a library's records.</summary>
internal sealed class QualityAssessmentFields : EntityType<QualityAssessment>
{
    public QualityAssessmentFields(ValueKinds kinds)
        : base(Permission.EditCatalogue, a => a.Id)
    {
        var count = new RecordGraph<QualityCount>(kinds).With(c => c.Rule).With(c => c.Records);
        Column(a => a.AssessedAt).Sortable().Filterable();
        Column(a => a.Records);
        Column(a => a.Score).Sortable();
        Column(a => a.WithErrors);
        Column(a => a.WithWarnings);
        One(a => a.Library, a => a.LibraryId).Filterable();
        Batch("rules", "How many records break which rule, most first.", () => MarcGraphs.ListOf(count), async (db, keys, cancellationToken) =>
            (await db.Set<QualityCount>().AsNoTracking().Where(c => keys.Contains(c.AssessmentId)).ToListAsync(cancellationToken))
                .GroupBy(c => c.AssessmentId).ToDictionary(g => g.Key, g => (object?)g.OrderByDescending(c => c.Records).ThenBy(c => c.Rule).ToList()));
    }
}
