using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Api.Sharing;

/// <summary>What both sides see of an inter-library loan. The reader behind it is not among it.</summary>
internal sealed class InterLibraryLoanFields : EntityType<InterLibraryLoan>
{
    public InterLibraryLoanFields()
        : base(Permission.Circulate, l => l.Id)
    {
        Column(l => l.State).Filterable();
        Column(l => l.RequestedOn).Sortable().Filterable();
        Column(l => l.NeededUntil);
        Column(l => l.Conditions);
        Column(l => l.DueOn).Sortable().Filterable();
        Column(l => l.SentOn).Sortable().Filterable();
        Column(l => l.ArrivedOn);
        Column(l => l.ReturnedOn).Filterable();
        Column(l => l.Note);
        One(l => l.Borrower, l => l.BorrowerId).Filterable();
        One(l => l.Lender, l => l.LenderId).Filterable();
        One(l => l.Record, l => l.RecordId);
        One(l => l.Item, l => l.ItemId);
        Many("offers", "The owners that are asked, as far as the caller may see them.", (InterLibraryOffer offer) => offer.LoanId);
    }
}

/// <summary>What the API shows of a question to an owner.</summary>
internal sealed class InterLibraryOfferFields : EntityType<InterLibraryOffer>
{
    public InterLibraryOfferFields()
        : base(Permission.Circulate, o => o.Id)
    {
        Column(o => o.Position).Sortable();
        Column(o => o.Reason);
        Column(o => o.Answer).Filterable();
        Column(o => o.Declined);
    }
}
