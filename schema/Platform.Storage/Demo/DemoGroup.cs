using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Libraries;
using Platform.Model.Sharing;
using Platform.Storage.Repository;

namespace Platform.Storage.Demo;

/// <summary>
/// Fills an empty database with a fictional group of four schools: real books, invented people, fourteen months of loans and visits.
/// All in one transaction: a start that is interrupted leaves the database empty.
/// </summary>
public sealed partial class DemoGroup(LibraryDbFactory databases, TimeProvider clock, ILogger<DemoGroup> log, FileStore? files = null)
{
    private const int Seed = 20241206;
    private static readonly DateOnly AgreedOn = new(2024, 12, 6);
    private static readonly DateOnly CommunesManageSchoolsFrom = new(2025, 7, 1);

    /// <summary>Loads the group; does nothing when there are libraries already.</summary>
    /// <returns>Whether the group was loaded now.</returns>
    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System with { Actor = "demo" });
        if (await db.Libraries.AnyAsync(cancellationToken))
            return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var today = clock.Today();
        var random = new Random(Seed);
        var data = DemoFiles.Schools();
        var schools = data.Libraries.Select(school => new DemoLibrary(school, today, random)).ToList();
        var libraries = schools.ConvertAll(school => school.ToLibrary());
        await SaveAsync(db, libraries, cancellationToken);
        await SaveParentsAsync(db, schools, libraries, cancellationToken);
        var group = GroupOf(data.Group, schools, libraries);
        await SaveAsync(db, [group], cancellationToken);
        var books = DemoFiles.Books();
        var records = RecordsOf(books, libraries[schools.FindIndex(school => school.School.Hub)]);
        await SaveAsync(db, records, cancellationToken);
        for (var i = 0; i < schools.Count; i++)
            await FillAsync(db, schools[i], libraries[i], books, records, random, cancellationToken);
        await new DemoSharing(db, libraries, group, today).FillAsync(files, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Loaded(log, libraries.Count, records.Count);
        return true;
    }

    private static async Task SaveParentsAsync(LibraryDb db, List<DemoLibrary> schools, List<Library> libraries, CancellationToken cancellationToken)
    {
        var commune = new Organisation { Code = "UBXMS", Name = schools.Select(s => s.School.ParentOrganisation).First(IsCommune), Kind = OrganisationKind.Commune };
        var department = new Organisation { Code = "SGDDEMO", Name = schools.Select(s => s.School.ParentOrganisation).First(name => !IsCommune(name)), Kind = OrganisationKind.Department };
        var ministry = new Organisation { Code = "BGDDT", Name = "BỘ GIÁO DỤC VÀ ĐÀO TẠO", Kind = OrganisationKind.Ministry };
        await SaveAsync(db, [commune, department, ministry], cancellationToken);
        await SaveAsync(
            db,
            [
                new OrganisationParent { OrganisationId = commune.Id, ParentId = department.Id, FromOn = CommunesManageSchoolsFrom },
                new OrganisationParent { OrganisationId = department.Id, ParentId = ministry.Id, FromOn = CommunesManageSchoolsFrom },
                .. schools.Zip(libraries, (school, library) => new LibraryParent
                {
                    LibraryId = library.Id,
                    OrganisationId = IsCommune(school.School.ParentOrganisation) ? commune.Id : department.Id,
                    FromOn = CommunesManageSchoolsFrom,
                }),
            ],
            cancellationToken);
    }

    private static bool IsCommune(string name) => name.StartsWith("UBND", StringComparison.Ordinal);

    private static LibraryGroup GroupOf(DemoGroupInfo group, List<DemoLibrary> schools, List<Library> libraries) => new()
    {
        Code = group.Code,
        Name = group.Name,
        AgreedOn = AgreedOn,
        EndsOn = new DateOnly(2030, 12, 31),
        Memberships = [.. schools.Zip(libraries, (school, library) => new Membership { LibraryId = library.Id, IsHub = school.School.Hub, JoinedOn = AgreedOn })],
    };

    private List<BibliographicRecord> RecordsOf(IReadOnlyList<DemoBook> books, Library hub) =>
        [.. books.Select((book, index) => CatalogueMapping.NewRecord(book.ToMarc(index + 1), hub.Id, clock.GetUtcNow()))];

    private async Task FillAsync(
        LibraryDb db, DemoLibrary school, Library library, IReadOnlyList<DemoBook> books, List<BibliographicRecord> records, Random random, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var copies = books.Index()
            .Where(book => school.Holds(book.Item))
            .SelectMany(book => school.ItemsOf(book.Item, library.Id, records[book.Index].Id));
        await ManyRows.SaveAsync(db, copies, now, cancellationToken);
        await ManyRows.SaveAsync(db, school.People(library.Id, new DemoNames(DemoFiles.People(), random)), now, cancellationToken);
        await ManyRows.SaveAsync(db, school.Activities(library.Id, DemoFiles.Activities()), now, cancellationToken);
        await SaveAsync(db, [.. DemoProperty.Assets(library.Id, school.School.Classes.Count), .. DemoProperty.Rooms(library.Id, school.School.Classes.Count, clock.Today())], cancellationToken);
        var items = await db.Items.AsNoTracking().Where(i => i.LibraryId == library.Id).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var people = await db.Patrons.AsNoTracking().Where(p => p.LibraryId == library.Id).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var classes = school.Classes(library.Id, people).ToList();
        await SaveAsync(db, classes, cancellationToken);
        await ManyRows.SaveAsync(db, school.Seats(people, classes), now, cancellationToken);
        var year = new DemoYear(library.Id, items, people, clock.Today(), random);
        await ManyRows.SaveAsync(db, year.Loans(), now, cancellationToken);
        await ManyRows.SaveAsync(db, year.Visits(), now, cancellationToken);
    }

    // Each batch is forgotten once saved: the tracker's cost grows with what it holds.
    private static async Task SaveAsync(LibraryDb db, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        db.AddRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded the demo group: {Libraries} libraries, {Records} records.")]
    private static partial void Loaded(ILogger log, int libraries, int records);
}
