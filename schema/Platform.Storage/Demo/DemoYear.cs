using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Storage.Demo;

/// <summary>Fourteen months of life in one demo library up to today: loans, reading in the library, visits. The same for the same seed and day.</summary>
internal sealed class DemoYear(long libraryId, IReadOnlyList<Item> items, IReadOnlyList<Patron> patrons, DateOnly today, Random random)
{
    private const int Days = 425;
    private const int LoanDays = 14;
    private readonly Dictionary<long, DateOnly> _freeFrom = [];
    private readonly List<Patron> _teachers = [.. patrons.Where(p => p.Category is PatronCategory.Teacher)];
    private readonly List<Patron> _pupils = [.. patrons.Where(p => p.Category is PatronCategory.Pupil)];

    /// <summary>The loans, oldest first; an item is never lent twice at a time.</summary>
    public IEnumerable<Loan> Loans() =>
        from day in SchoolDays()
        from _ in Enumerable.Range(0, random.Next(5, 15))
        let loan = LoanOn(day)
        where loan is not null
        select loan;

    /// <summary>The diary's lines of visits.</summary>
    public IEnumerable<LibraryVisit> Visits()
    {
        var classes = _pupils.GroupBy(p => (p.ClassName, p.Grade)).Select(c => (c.Key.ClassName, c.Key.Grade, Size: c.Count())).ToList();
        foreach (var day in SchoolDays())
        {
            yield return new LibraryVisit { LibraryId = libraryId, VisitedOn = day, Category = PatronCategory.Teacher, Visitors = random.Next(1, 7) };
            var readers = classes[random.Next(classes.Count)];
            yield return new LibraryVisit { LibraryId = libraryId, VisitedOn = day, Category = PatronCategory.Pupil, Grade = readers.Grade, ClassName = readers.ClassName, Visitors = readers.Size };
            foreach (var grade in classes.Select(c => c.Grade).Distinct().Where(_ => random.Next(3) > 0))
                yield return new LibraryVisit { LibraryId = libraryId, VisitedOn = day, Category = PatronCategory.Pupil, Grade = grade, Visitors = random.Next(2, 18) };
        }
    }

    // Monday to Friday; summer holidays and the days around the lunar New Year are free.
    private IEnumerable<DateOnly> SchoolDays() => Enumerable.Range(0, Days)
        .Select(before => today.AddDays(before - Days))
        .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        .Where(day => day is not { Month: 6 or 7 or 8 } and not { Month: 2, Day: >= 9 and <= 20 });

    private Loan? LoanOn(DateOnly day)
    {
        var item = items[random.Next(items.Count)];
        if (item.AcquiredOn > day || _freeFrom.GetValueOrDefault(item.Id) > day)
            return null;
        var patron = random.Next(6) == 0 ? _teachers[random.Next(_teachers.Count)] : _pupils[random.Next(_pupils.Count)];
        var kind = random.Next(3) == 0 ? LoanKind.InLibrary : LoanKind.Home;
        var lentAt = SchoolTime.StartOf(day).AddMinutes(random.Next(7 * 60, 16 * 60));
        var returnedAt = ReturnOf(kind, lentAt);
        _freeFrom[item.Id] = returnedAt is null ? DateOnly.MaxValue : SchoolTime.DayOf(returnedAt.Value).AddDays(1);
        return new Loan
        {
            LibraryId = libraryId,
            ItemId = item.Id,
            PatronId = patron.Id,
            Kind = kind,
            PatronCategory = patron.Category,
            Grade = patron.Grade,
            ItemType = item.Type,
            LentAt = lentAt,
            LentOn = day,
            DueOn = kind is LoanKind.InLibrary ? day : day.AddDays(LoanDays),
            ReturnedAt = returnedAt,
        };
    }

    // One home loan in forty is forgotten for months; what would come back after today is still out.
    private DateTimeOffset? ReturnOf(LoanKind kind, DateTimeOffset lentAt)
    {
        var days = kind is LoanKind.InLibrary ? 0 : random.Next(40) == 0 ? random.Next(60, 200) : random.Next(2, 17);
        var returned = kind is LoanKind.InLibrary ? lentAt.AddMinutes(35) : lentAt.AddDays(days);
        return SchoolTime.DayOf(returned) < today ? returned : null;
    }
}
