using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>The people whom the libraries serve, in the API.</summary>
internal static class PatronsFeature
{
    public static IEnumerable<EntityType> Entities => [new PatronFields(), new PatronLookFields(), new SchoolClassFields(), new ClassMembershipFields(), new ConsentFields(), new ClassGrantFields(), new PatronTransferFields()];

    /// <summary>The plain values that mutations answer.</summary>
    public static void Describe(ValueKinds kinds)
    {
        kinds.Add(new RecordGraph<ImportProblem>(kinds).With(p => p.Code).With(p => p.Sheet).With(p => p.Row).With(p => p.Column).With(p => p.Value).With(p => p.IsBlocking));
        kinds.Add(new RecordGraph<PlannedPerson>(kinds).With(p => p.Row).With(p => p.Action).With(p => p.CardNumber).With(p => p.FullName).With(p => p.ClassName).With(p => p.Changes));
    }

    public static void AddTo(RootType query, RootType mutation)
    {
        mutation.With<PromoteClasses>();
        mutation.With<RevertPromotion>();
        mutation.With<GrantClass>();
        mutation.With<RevokeClass>();
        mutation.With<RecordConsent>();
        mutation.With<WithdrawConsent>();
        mutation.With<ExportPatron>();
        mutation.With<ErasePatron>();
        mutation.With<ForgetReaders>();
        mutation.With<CreatePatron>();
        mutation.With<UpdatePatron>();
        mutation.With<CreateClass>();
        mutation.With<UpdateClass>();
        mutation.With<MoveToClass>();
        mutation.With<OfferTransfer>();
        mutation.With<AcceptTransfer>();
        mutation.With<EndTransfer>();
        mutation.With<PreviewPersonImport>();
        mutation.With<ConfirmPersonImport>();
        query.List<PatronTransfer>("patronTransfers", "People who move between schools, of the caller's libraries and to them.", Permission.ReadPatrons);
        PatronQueries.AddTo(query);
        query.List<SchoolClass>("classes", "Classes of the caller's libraries, of all school years; for a teacher, those that were granted.", Permission.ReadOwn);
        query.ById<SchoolClass>("class", "A class.", Permission.ReadOwn);
    }

    public static IServiceCollection AddPatrons(this IServiceCollection services) => services.AddScoped<PatronSearch>().AddScoped<LookLog>().AddScoped<ChildLooks>();
}
