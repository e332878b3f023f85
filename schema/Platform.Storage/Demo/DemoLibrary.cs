using System.Globalization;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Text;

namespace Platform.Storage.Demo;

/// <summary>The rows of one demo school that do not depend on the year's work: the library, its copies, its people, its activities.</summary>
internal sealed class DemoLibrary(DemoSchool school, DateOnly today, Random random)
{
    private static readonly Dictionary<ItemType, string> Registers = new()
    {
        [ItemType.Textbook] = "GK",
        [ItemType.TeacherBook] = "NV",
        [ItemType.ReferenceBook] = "TK",
        [ItemType.ChildrensBook] = "TN",
        [ItemType.Periodical] = "BC",
    };

    private readonly Dictionary<ItemType, int> _numbers = [];

    public DemoSchool School => school;

    public Library ToLibrary() => new()
    {
        Code = school.Code,
        Name = school.Name,
        ShortName = school.ShortName,
        Level = school.Levels.Count > 1 ? SchoolLevel.MultiLevel : LevelOf(school.Levels[0]),
        Place = school.PlaceName,
        DocumentSuffix = school.ReportNumberSuffix.Replace("BC-", "", StringComparison.Ordinal),
        Principal = school.Principal.Name,
        Librarian = school.Librarian.Name,
    };

    public bool Holds(DemoBook book) => book.Levels.Intersect(school.Levels).Any();

    /// <summary>The school's copies of a book: textbooks in sets, others a few; most bought before, some in the past months.</summary>
    public IEnumerable<Item> ItemsOf(DemoBook book, long libraryId, long recordId)
    {
        var copies = book.Type is ItemType.Textbook ? random.Next(6, 13) : book.Type is ItemType.Periodical ? 2 : random.Next(2, 5);
        var acquiredOn = random.Next(5) == 0 ? today.AddDays(-random.Next(5, 390)) : new DateOnly(2023 + random.Next(2), 9, 5).AddDays(random.Next(60));
        var funding = random.Next(4) switch { 0 => FundingSource.OtherFunds, 1 when random.Next(3) == 0 => FundingSource.Donation, _ => FundingSource.Budget };
        for (var copy = 0; copy < copies; copy++)
        {
            yield return new Item
            {
                LibraryId = libraryId,
                RecordId = recordId,
                RegistrationNumber = NextNumber(book.Type),
                Type = book.Type,
                CallNumber = book.CallNumber,
                Location = book.Type is ItemType.ChildrensBook ? "Kho mở thiếu nhi" : "Kho chung",
                Price = book.Price,
                Funding = funding,
                AcquiredOn = acquiredOn,
                Status = ItemStatus.InStock,
            };
        }
    }

    public IEnumerable<Patron> People(long libraryId, DemoNames names)
    {
        for (var teacher = 1; teacher <= school.Teachers; teacher++)
            yield return Person(libraryId, names.Next(), PatronCategory.Teacher, string.Create(CultureInfo.InvariantCulture, $"GV{teacher:0000}"), null);
        var pupil = 0;
        foreach (var schoolClass in school.Classes)
        {
            for (var seat = 0; seat < schoolClass.Pupils; seat++)
                yield return Person(libraryId, names.Next(), PatronCategory.Pupil, string.Create(CultureInfo.InvariantCulture, $"HS{++pupil:00000}"), schoolClass);
        }
    }

    /// <summary>The classes of the running school year, each with a class teacher (giáo viên chủ nhiệm).</summary>
    public IEnumerable<SchoolClass> Classes(long libraryId, IReadOnlyList<Patron> people)
    {
        var teachers = people.Where(p => p.Category is PatronCategory.Teacher).ToList();
        return school.Classes.Select((schoolClass, index) => new SchoolClass
        {
            LibraryId = libraryId,
            StartYear = SchoolYear.StartYearOf(today),
            Name = schoolClass.Name,
            Grade = schoolClass.Grade,
            TeacherId = teachers[index % teachers.Count].Id,
        });
    }

    /// <summary>Every pupil sits in the class that the card names, since the school year began.</summary>
    public IEnumerable<ClassMembership> Seats(IReadOnlyList<Patron> people, IReadOnlyList<SchoolClass> classes)
    {
        var byName = classes.ToDictionary(c => c.Name, c => c.Id);
        return people.Where(p => p.ClassName is not null).Select(p => new ClassMembership
        {
            LibraryId = p.LibraryId,
            PatronId = p.Id,
            ClassId = byName[p.ClassName!], // filtered
            FromOn = SchoolYear.Usual(SchoolYear.StartYearOf(today)).StartsOn,
        });
    }

    /// <summary>The year's activities that fall before today, for the levels of the school.</summary>
    public IEnumerable<LibraryActivity> Activities(long libraryId, IReadOnlyList<DemoActivity> all) =>
        from activity in all
        where activity.Levels.Intersect(school.Levels).Any()
        from year in new[] { today.Year - 1, today.Year }
        let day = DateOnly.ParseExact($"{year}-{activity.MonthDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture)
        where day < today && day > today.AddDays(-425)
        select new LibraryActivity
        {
            LibraryId = libraryId,
            HeldOn = day,
            Title = activity.Title,
            Kind = activity.Kind,
            Audience = activity.Audience,
            Participants = activity.Participants,
        };

    private static SchoolLevel LevelOf(string level) => level switch
    {
        "TH" => SchoolLevel.Primary,
        "THCS" => SchoolLevel.LowerSecondary,
        "THPT" => SchoolLevel.UpperSecondary,
        _ => SchoolLevel.Preschool,
    };

    private static Patron Person(long libraryId, string name, PatronCategory category, string card, DemoClass? schoolClass) => new()
    {
        LibraryId = libraryId,
        CardNumber = card,
        FullName = name,
        NameKey = VietnameseText.Fold(name),
        Category = category,
        Grade = schoolClass?.Grade,
        ClassName = schoolClass?.Name,
        RegisteredOn = new DateOnly(2025, 9, 5),
    };

    private string NextNumber(ItemType type)
    {
        var number = _numbers[type] = _numbers.GetValueOrDefault(type) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{Registers[type]}.{number:00000}");
    }
}
