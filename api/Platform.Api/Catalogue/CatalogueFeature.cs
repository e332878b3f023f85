using Platform.Api.Catalogue.CallNumbers;
using Platform.Api.Catalogue.Classification;
using Platform.Api.Catalogue.Control;
using Platform.Api.Catalogue.Copying;
using Platform.Api.Catalogue.Editing;
using Platform.Api.Catalogue.Importing;
using Platform.Api.Catalogue.Items;
using Platform.Api.Catalogue.Labels;
using Platform.Api.Catalogue.Standardising;
using Platform.Api.Catalogue.Union;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Mutations;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Control;
using Platform.Model.Catalogue.Import;
using Platform.Model.Catalogue.Merging;
using Platform.Model.Catalogue.Numbering;
using Platform.Model.Catalogue.Standardising;

namespace Platform.Api.Catalogue;

/// <summary>The catalogue in the API.</summary>
internal static class CatalogueFeature
{
    public static IEnumerable<EntityType> Entities(ValueKinds kinds, MarcGraphs marc) =>
    [
        new ImportBatchFields(kinds), new ImportLineFields(marc),
        new RecordFields(marc, new UnionGraphs(kinds)), new ItemFields(kinds), new RecordMergeFields(), new NumberPatternFields(),
        new ChangeProposalFields(marc), new UnionContributionFields(), new ClusterDecisionFields(), new QualityAssessmentFields(kinds),
        new StandardisationJobFields(), new StandardisationLineFields(),
    ];

    public static void AddTo(RootType query, RootType mutation, MutationGraphs mutations, MarcGraphs marc, ValueKinds kinds)
    {
        Records.AddTo(query);
        query.ById<BibliographicRecord>("record", "A bibliographic record.", Permission.ReadCatalogue);
        query.List<Item>("items", "Copies of all libraries.", Permission.ReadCatalogue);
        query.ById<Item>("item", "A copy.", Permission.ReadCatalogue);
        query.List<RecordMerge>("recordMerges", "Merges of records that the caller's libraries keep, with those undone.", Permission.EditCatalogue);
        query.List<NumberPattern>("numberPatterns", "How the caller's libraries number their registers.", Permission.EditCatalogue);
        TemplateQuery.AddTo(query, marc, kinds);
        ValidateRecord.AddTo(query, mutations, marc, kinds);
        DdcQueries.AddTo(query, kinds);
        CallNumberQueries.AddTo(query, kinds);
        query.List<ChangeProposal>("changeProposals", "Changes of records that members propose: the caller's own, and those of records that the caller's libraries keep.", Permission.EditCatalogue);
        query.List<UnionContribution>("unionContributions", "What members contribute to the union catalogue, and at which level.", Permission.ReadCatalogue);
        query.List<ClusterDecision>("clusterDecisions", "What was decided of records of the caller's libraries: of the same publication as another, or not; with those undone.", Permission.EditCatalogue);
        query.List<QualityAssessment>("qualityAssessments", "How good the records of the caller's libraries were, assessment by assessment.", Permission.EditCatalogue);
        query.List<StandardisationJob>("standardisationJobs", "Review lists of the caller's libraries.", Permission.EditCatalogue);
        mutation.With<CreateRecord>().With<EditRecord>().With<DeleteRecord>().With<MergeRecords>().With<UnmergeRecords>();
        CopyCatalogue.AddTo(query, kinds);
        mutation.With<TakeRecord>().With<RequestLabels>();
        mutation.With<AddItems>().With<EditItem>().With<WithdrawItem>();
        mutation.With<ProposeChange>().With<DecideProposal>().With<ContributeRecord>().With<WithdrawContribution>().With<AssessQuality>();
        mutation.With<DecideCluster>().With<UndoClusterDecision>();
        query.List<ImportBatch>("importBatches", "Imports into the caller's libraries: under review, applied, undone.", Permission.EditCatalogue);
        mutation.With<StageImport>().With<AssignImportColumns>().With<DecideImportLines>().With<ApplyImport>().With<UndoImport>();
        mutation.With<PreviewStandardisation>().With<DecideStandardisation>().With<ApplyStandardisation>();
        mutation.With<SetCataloguingDefaults>().With<SetNumberPattern>().With<SetCutterNumber>();
    }
}
