using System.Globalization;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Notices;
using Platform.Model.Patrons;

namespace Platform.Api.Tests.Circulation;

/// <summary>Every list that shows people or what they borrow, counted by everyone who may ask: a row is seen by those it is meant for.</summary>
public sealed class PeopleListsTests
{
    private static readonly string[] Lists = ["patrons", "loans", "holds", "charges", "notices", "classes", "classSets", "patronTransfers"];

    [Fact]
    public async Task EachCaller_SeesTheRowsOfItsPeople_AndNoOthers()
    {
        await using var api = await PlatformApi.StartAsync();
        var (library, neighbour, elsewhere) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        var teacher = await api.Database.HasAsync(A.Patron(library, PatronCategory.Teacher));
        var (first, firstClass) = await PupilAsync(api, library, "6A");
        var (second, _) = await PupilAsync(api, library, "6B");
        await api.Database.HasAsync(new ClassSet { LibraryId = library.Id, ClassId = firstClass.Id, LentAt = A.Noon, DueOn = A.Today, Copies = 1, IsFreeTextbookLending = false });
        await api.Database.HasAsync(new PatronTransfer { LibraryId = library.Id, ToLibraryId = neighbour.Id, PatronId = second.Id, FullName = "Lý Thị Mẩy", Category = PatronCategory.Pupil, OfferedOn = A.Today });

        // In the order of the lists; "-" where the account may not ask at all.
        (await CountsAsync(api, At(Role.Librarian, library))).ShouldBe("3 2 2 2 2 2 1 1");
        (await CountsAsync(api, At(Role.TeacherLibrarian, library))).ShouldBe("3 2 2 2 2 2 1 1");
        (await CountsAsync(api, At(Role.Librarian, elsewhere))).ShouldBe("0 0 0 0 0 0 0 0");
        (await CountsAsync(api, At(Role.Librarian, neighbour))).ShouldBe("0 0 0 0 0 0 0 1", "what is offered to it");
        (await CountsAsync(api, Person(Role.Teacher, teacher))).ShouldBe("1 0 0 0 0 0 - -", "the own card; no class was granted");
        (await CountsAsync(api, Person(Role.Teacher, teacher) with { ClassIds = [firstClass.Id], ClassPupilIds = [first.Id] })).ShouldBe("2 1 0 0 0 1 - -", "the granted class: cards, and what is on loan");
        (await CountsAsync(api, Person(Role.Pupil, first))).ShouldBe("1 1 1 1 1 0 - -");
        (await CountsAsync(api, new Scope { Actor = "guardian", WardIds = [first.Id], Permissions = RolePermissions.Of(Role.Guardian) })).ShouldBe("1 1 1 1 1 0 - -");
        (await CountsAsync(api, At(Role.HubLibrarian, library))).ShouldBe("- - - - - - - -");
        (await CountsAsync(api, At(Role.EducationOffice, library))).ShouldBe("- - - - - - - -");
        (await CountsAsync(api, Scope.Anonymous)).ShouldBe("- - - - - - - -");
    }

    private static async Task<(Patron Pupil, SchoolClass Class)> PupilAsync(PlatformApi api, Library library, string className)
    {
        var pupil = await api.Database.HasAsync(A.Patron(library));
        var schoolClass = await api.Database.HasAsync(A.Class(library, className));
        await api.Database.HasAsync(A.Member(pupil, schoolClass));
        var record = await api.Database.HasAsync(A.Record(library));
        var item = await api.Database.HasAsync(A.Item(record));
        await api.Database.HasAsync(A.Loan(item, pupil));
        await api.Database.HasAsync(A.Hold(record, pupil));
        await api.Database.HasAsync(new Charge { LibraryId = library.Id, PatronId = pupil.Id, ItemId = item.Id, Kind = ChargeKind.Lost, Amount = 1_000, RaisedOn = A.Today });
        await api.Database.HasAsync(new Notice { LibraryId = library.Id, PatronId = pupil.Id, Kind = NoticeKind.DueSoon, Key = $"loan/{className}", Address = "", Subject = "", Body = "", CreatedAt = A.Noon, NextAttemptAt = A.Noon });
        return (pupil, schoolClass);
    }

    private static async Task<string> CountsAsync(PlatformApi api, Scope scope)
    {
        api.Scope = scope;
        var counts = new List<string>();
        foreach (var list in Lists)
        {
            var answer = await api.AnswerAsync($"{{ {list} {{ totalCount }} }}");
            counts.Add(answer.TryGetProperty("errors", out _) ? "-" : answer.GetProperty("data").GetProperty(list).GetProperty("totalCount").GetInt32().ToString(CultureInfo.InvariantCulture));
        }
        return string.Join(' ', counts);
    }

    private static Scope At(Role role, Library library) => new() { Actor = $"{role}:{library.Id}", LibraryIds = [library.Id], Permissions = RolePermissions.Of(role) };

    private static Scope Person(Role role, Patron patron) => new() { Actor = $"{role}:{patron.Id}", PatronId = patron.Id, Permissions = RolePermissions.Of(role) };
}
