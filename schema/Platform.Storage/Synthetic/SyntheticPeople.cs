using System.Globalization;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Text;

namespace Platform.Storage.Synthetic;

/// <summary>Schools and the people who borrow there. All names are made by chance.</summary>
internal sealed class SyntheticPeople(SyntheticSpec spec, Vocabulary words, DateOnly today)
{
    private const int OneTeacherIn = 16;
    private const int PupilsOfAClass = 35;

    private static readonly (SchoolLevel Level, string Name, string Code, int FirstGrade, int Grades)[] Levels =
    [
        (SchoolLevel.Primary, "Trường Tiểu học", "TH", 1, 5),
        (SchoolLevel.LowerSecondary, "Trường THCS", "CS", 6, 4),
        (SchoolLevel.UpperSecondary, "Trường THPT", "PT", 10, 3),
    ];

    private readonly Random _random = new(spec.Seed + 1);

    public IEnumerable<Library> Schools()
    {
        for (var number = 0; number < spec.Schools; number++)
        {
            var (level, name, code, _, _) = Levels[number % Levels.Length];
            yield return new Library
            {
                Code = string.Create(CultureInfo.InvariantCulture, $"{code}{number + 1:0000}"),
                Name = string.Create(CultureInfo.InvariantCulture, $"{name} {words.Pick("place", _random).Text} {number + 1}"),
                Level = level,
                Place = words.Pick("place", _random).Text,
            };
        }
    }

    /// <summary>The patrons, school by school in turn, so that every school has as many.</summary>
    public IEnumerable<Patron> Patrons(IReadOnlyList<long> libraries)
    {
        for (var number = 0; number < spec.Patrons; number++)
        {
            var (school, seat) = (number % libraries.Count, number / libraries.Count);
            yield return seat % OneTeacherIn == 0
                ? Person(libraries[school], string.Create(CultureInfo.InvariantCulture, $"GV{seat:00000}"), PatronCategory.Teacher, null, null)
                : Pupil(libraries[school], Levels[school % Levels.Length], seat);
        }
    }

    private Patron Pupil(long libraryId, (SchoolLevel Level, string Name, string Code, int FirstGrade, int Grades) level, int seat)
    {
        var schoolClass = seat / PupilsOfAClass;
        var grade = level.FirstGrade + schoolClass % level.Grades;
        var name = string.Create(CultureInfo.InvariantCulture, $"{grade}A{schoolClass / level.Grades + 1}");
        return Person(libraryId, string.Create(CultureInfo.InvariantCulture, $"HS{seat:00000}"), PatronCategory.Pupil, grade, name);
    }

    private Patron Person(long libraryId, string card, PatronCategory category, int? grade, string? className)
    {
        var name = words.Name(_random);
        return new Patron
        {
            LibraryId = libraryId,
            CardNumber = card,
            FullName = name,
            NameKey = VietnameseText.Fold(name),
            Category = category,
            Grade = grade,
            ClassName = className,
            RegisteredOn = today.AddYears(-5),
        };
    }
}
