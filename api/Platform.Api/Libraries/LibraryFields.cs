using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Sharing;

namespace Platform.Api.Libraries;

/// <summary>What the API shows of a school's library.</summary>
internal sealed class LibraryFields : EntityType<Library>
{
    public LibraryFields()
        : base(Permission.ReadCatalogue, l => l.Id)
    {
        Column(l => l.Code).Sortable().Filterable();
        Column(l => l.Name).Sortable().Filterable();
        Column(l => l.ShortName).Sortable();
        Column(l => l.Level).Filterable();
        Column(l => l.Place);
        Column(l => l.Latitude);
        Column(l => l.Longitude);
        Column(l => l.ShelfRoom, Permission.ReadReports);
        Column(l => l.DocumentSuffix, Permission.ReadReports);
        // Names of persons: for those who write the school's papers. An office reads them where the law has them stand, on the paper itself.
        Column(l => l.Principal, Permission.EditReports);
        Column(l => l.Librarian, Permission.EditReports);
        Many("items", "The library's copies.", (Item item) => item.LibraryId);
        Many("memberships", "The groups to which the library belongs or belonged.", (Membership membership) => membership.LibraryId);
    }
}
