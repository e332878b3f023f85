using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>The loan desk in the API.</summary>
internal static class CirculationFeature
{
    public static IEnumerable<EntityType> Entities =>
    [
        new LoanFields(), new HoldFields(), new ChargeFields(), new ClassSetFields(), new LoanRuleFields(), new StockTakingFields(), new StockTakingLineFields(),
        new OpeningWeekFields(), new ClosedPeriodFields(), new SchoolYearFields(), new WeedingFields(), new WeedingLineFields(), new LibraryActivityFields(), new LibraryVisitFields(),
        new ItemTransferFields(), new ItemTransferLineFields(),
    ];

    /// <summary>The plain values that mutations of the desk answer.</summary>
    public static void Describe(ValueKinds kinds)
    {
        kinds.Add(new RecordGraph<ReturnedCopy>(kinds).With(r => r.RegistrationNumber).With(r => r.IsReturned).With(r => r.Reason).With(r => r.DaysLate));
        kinds.Add(new RecordGraph<SyncedOperation>(kinds).With(r => r.Sequence).With(r => r.Settlement).With(r => r.Conflict));
        kinds.Add(new RecordGraph<ScanResult>(kinds).With(r => r.RegistrationNumber).With(r => r.Finding).With(r => r.IsRepeat));
    }

    public static void AddTo(RootType query, RootType mutation, ValueKinds kinds)
    {
        ExplainLoan.AddTo(query, kinds);
        mutation.With<CheckOut>();
        mutation.With<ReturnItem>();
        mutation.With<ReturnItems>();
        mutation.With<RenewLoan>();
        mutation.With<RecallLoan>();
        mutation.With<UseInLibrary>();
        mutation.With<PlaceHold>();
        mutation.With<CancelHold>();
        mutation.With<ReportItem>();
        mutation.With<SettleCharge>();
        mutation.With<LendClassSet>();
        mutation.With<OpenStockTaking>();
        mutation.With<ScanStock>();
        mutation.With<CloseStockTaking>();
        mutation.With<SyncOperations>();
        mutation.With<OpenWeeding>();
        mutation.With<ProposeWeeding>();
        mutation.With<WithdrawWeedingProposal>();
        mutation.With<DecideWeeding>();
        mutation.With<CarryOutWeeding>();
        mutation.With<CancelWeeding>();
        query.List<Weeding>("weedings", "Weedings of the caller's libraries.", Permission.Circulate);
        AddTransfers(query, mutation);
        mutation.With<RecordActivity>().With<RemoveActivity>().With<RecordVisits>().With<RemoveVisits>();
        query.List<LibraryActivity>("libraryActivities", "Book talks, contests, lessons in the library, of the caller's libraries.", Permission.ReadPatrons);
        query.List<LibraryVisit>("libraryVisits", "The diary of visits, line by line, of the caller's libraries.", Permission.ReadPatrons);
        AddRules(query, mutation);
        query.List<Loan>("loans", "Loans of the caller's libraries, or the caller's own and those of the wards.", Permission.ReadOwn);
        query.ById<Loan>("loan", "A loan.", Permission.ReadOwn);
        query.List<Hold>("holds", "Holds in the caller's libraries, or the caller's own and those of the wards.", Permission.ReadOwn);
        query.List<Charge>("charges", "What is owed to the caller's libraries, or by the caller and the wards.", Permission.ReadOwn);
        query.List<ClassSet>("classSets", "Sets of textbooks lent to classes.", Permission.Circulate);
        query.ById<ClassSet>("classSet", "A set of textbooks lent to a class.", Permission.Circulate);
        query.List<StockTaking>("stockTakings", "Stock-takings of the caller's libraries.", Permission.Circulate);
        query.ById<StockTaking>("stockTaking", "A stock-taking.", Permission.Circulate);
    }

    private static void AddTransfers(RootType query, RootType mutation)
    {
        mutation.With<PrepareItemTransfer>();
        mutation.With<AcceptItemTransfer>();
        mutation.With<RefuseItemTransfer>();
        mutation.With<CancelItemTransfer>();
        query.List<ItemTransfer>("itemTransfers", "Transfers of copies for good, from the caller's libraries and to them.", Permission.Circulate);
        query.ById<ItemTransfer>("itemTransfer", "A transfer of copies for good.", Permission.Circulate);
    }

    private static void AddRules(RootType query, RootType mutation)
    {
        mutation.With<SetLoanRule>();
        mutation.With<SetGroupLoanRule>();
        mutation.With<RemoveLoanRule>();
        mutation.With<SimulateRuleChange>();
        mutation.With<SetOpeningWeek>();
        mutation.With<AddClosedPeriod>();
        mutation.With<RemoveClosedPeriod>();
        mutation.With<SetSchoolYear>();
        query.List<LoanRule>("loanRules", "Every row of the lending matrix: of libraries, of groups, and the defaults; those that were removed too.", Permission.ReadCatalogue);
        query.List<OpeningWeek>("openingWeeks", "On which weekdays the libraries are open.", Permission.ReadCatalogue);
        query.List<ClosedPeriod>("closedPeriods", "On which days the libraries are closed.", Permission.ReadCatalogue);
        query.List<Platform.Model.Patrons.SchoolYear>("schoolYears", "The school years, of all schools and of those that shifted theirs.", Permission.ReadCatalogue);
    }
}
