using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Api.Sharing;

/// <summary>Groups of libraries in the API.</summary>
internal static class SharingFeature
{
    public static IEnumerable<EntityType> Entities => [new GroupFields(), new MembershipFields(), new InterLibraryLoanFields(), new InterLibraryOfferFields()];

    public static void AddTo(RootType query, RootType mutation)
    {
        query.List<LibraryGroup>("groups", "Groups of libraries that share catalogue and resources.", Permission.ReadCatalogue);
        query.ById<LibraryGroup>("group", "A group of libraries.", Permission.ReadCatalogue);
        query.List<InterLibraryLoan>("interLibraryLoans", "Loans between libraries on which one of the caller's libraries is a side, or is asked now.", Permission.Circulate);
        query.ById<InterLibraryLoan>("interLibraryLoan", "A loan between two libraries.", Permission.Circulate);
        mutation.With<SetMemberLevel>();
        mutation.With<RequestInterLibraryLoan>().With<AcceptInterLibraryLoan>().With<MoveInterLibraryLoan>();
    }

    public static IServiceCollection AddSharing(this IServiceCollection services) => services.AddScoped<InterLibrarySteps>();
}
