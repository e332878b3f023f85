using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;
using Platform.Model.Sharing.Rotation;
using Platform.Storage.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Groups of libraries in the API.</summary>
internal static class SharingFeature
{
    public static IEnumerable<EntityType> Entities =>
    [
        new GroupFields(), new MembershipFields(), new AgreementArticleFields(), new MemberLevelFields(), new MemberContributionFields(), new GuidanceMessageFields(),
        new SemesterDutyFields(), new SemesterListFields(), new ReminderFields(), new RotationPlanFields(), new RotationMoveFields(), new InterLibraryLoanFields(), new InterLibraryOfferFields(),
        new LendingConditionsFields(),
    ];

    /// <summary>The plain values that mutations of sharing answer.</summary>
    public static void Describe(ValueKinds kinds) =>
        kinds.Add(new RecordGraph<ScannedItem>(kinds, "RotationScan").With(s => s.Barcode).With(s => s.State).With(s => s.Refusal));

    public static void AddTo(RootType query, RootType mutation, ValueKinds kinds)
    {
        ObligationsQuery.AddTo(query, kinds);
        ManagementQuery.AddTo(query, kinds);
        ManagementOverdue.AddTo(query, kinds);
        query.List<MemberContribution>("memberContributions", "What members gave to their groups in money and staff.", Permission.ReadReports);
        query.List<GuidanceMessage>("guidanceMessages", "Messages of the hub to the members of its group.", Permission.ReadReports);
        query.List<SemesterList>("semesterLists", "The stamped lists that members sent to their hub.", Permission.ReadReports);
        query.List<Reminder>("reminders", "What the caller's libraries were reminded of.", Permission.ReadReports);
        mutation.With<EditGroup>().With<SetAgreementArticle>().With<AdmitMember>().With<EndMembership>().With<HandOverHub>();
        mutation.With<RecordContribution>().With<RemoveContribution>().With<SendGuidance>().With<SetSemesterDuty>();
        mutation.With<SendSemesterList>().With<AnswerSemesterList>().With<ExportSchool>().With<SetLenderOrder>();
        query.List<LibraryGroup>("groups", "Groups of libraries that share catalogue and resources.", Permission.ReadCatalogue);
        query.ById<LibraryGroup>("group", "A group of libraries.", Permission.ReadCatalogue);
        query.List<InterLibraryLoan>("interLibraryLoans", "Loans between libraries on which one of the caller's libraries is a side, or is asked now.", Permission.Circulate);
        query.ById<InterLibraryLoan>("interLibraryLoan", "A loan between two libraries.", Permission.Circulate);
        RotationManifests.AddTo(query, kinds);
        query.List<RotationPlan>("rotationPlans", "Rotations of printed items in the caller's groups.", Permission.ReadReports);
        query.ById<RotationPlan>("rotationPlan", "A rotation of printed items.", Permission.ReadReports);
        query.List<RotationMove>("rotationMoves", "Items in rotation that the caller's libraries send or receive.", Permission.ReadReports);
        mutation.With<SetLibraryPlace>().With<PlanRotation>().With<AddRotationSet>().With<RemoveRotationMoves>().With<AdvanceRotation>().With<ScanRotation>();
        mutation.With<SetMemberLevel>();
        mutation.With<RequestInterLibraryLoan>().With<AcceptInterLibraryLoan>().With<MoveInterLibraryLoan>().With<SetLendingConditions>().With<RequestListScan>();
        query.List<LendingConditions>("lendingConditions", "On what conditions libraries lend to others.", Permission.Circulate);
        GroupLoansQuery.AddTo(query, kinds);
    }

    public static IServiceCollection AddSharing(this IServiceCollection services) => services.AddScoped<InterLibrarySteps>().AddScoped<SemesterObligations>().AddScoped<RotationPlanning>().AddScoped<ManagementView>().AddScoped<OverdueRows>();
}
