using Microsoft.EntityFrameworkCore;
using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Text;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>Makes a class of one school year.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class CreateClass(LibraryDb db) : IMutation<CreateClassInput, CreateClassPayload>
{
    public async Task<CreateClassPayload> RunAsync(CreateClassInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditPatrons, input.LibraryId.Key) is { Count: > 0 } denied)
            return new CreateClassPayload { Errors = denied };
        var made = new SchoolClass { LibraryId = input.LibraryId.Key, StartYear = input.StartYear, Name = VietnameseText.Clean(input.Name), Grade = input.Grade, MinistryCode = input.MinistryCode, TeacherId = input.TeacherId?.Key };
        if (await ClassPayload.FaultAsync(db, made, cancellationToken) is { } fault)
            return new CreateClassPayload { Errors = [fault] };
        db.Classes.Add(made);
        await db.SaveChangesAsync(cancellationToken);
        return new CreateClassPayload { SchoolClass = made.Id };
    }
}

/// <summary>Changes a class; a value that is not given stays. The cards of its pupils show a new name or grade.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class UpdateClass(LibraryDb db) : IMutation<UpdateClassInput, UpdateClassPayload>
{
    public async Task<UpdateClassPayload> RunAsync(UpdateClassInput input, CancellationToken cancellationToken)
    {
        var changed = await db.Classes.FirstOrDefaultAsync(c => c.Id == input.ClassId.Key, cancellationToken);
        if (changed is null)
            return new UpdateClassPayload { Errors = [NotFound.At("classId")] };
        if (db.Scope.Denied(Permission.EditPatrons, changed.LibraryId) is { Count: > 0 } denied)
            return new UpdateClassPayload { Errors = denied };
        if (changed.Version != input.Version)
            return new UpdateClassPayload { Errors = [StaleVersion.Now] };
        changed.Name = input.Name is { } name ? VietnameseText.Clean(name) : changed.Name;
        changed.Grade = input.Grade ?? changed.Grade;
        changed.MinistryCode = input.MinistryCode ?? changed.MinistryCode;
        changed.TeacherId = input.TeacherId?.Key ?? changed.TeacherId;
        if (await ClassPayload.FaultAsync(db, changed, cancellationToken) is { } fault)
        {
            db.ChangeTracker.Clear();
            return new UpdateClassPayload { Errors = [fault] };
        }
        foreach (var pupil in await db.ClassMemberships.Where(m => m.ClassId == changed.Id && m.UntilOn == null).Select(m => m.Patron).ToListAsync(cancellationToken))
            (pupil.ClassName, pupil.Grade) = (changed.Name, changed.Grade);
        await db.SaveChangesAsync(cancellationToken);
        return new UpdateClassPayload { SchoolClass = changed.Id };
    }
}

/// <summary>Moves pupils into a class from a day on, all or none.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class MoveToClass(LibraryDb db) : IMutation<MoveToClassInput, MoveToClassPayload>
{
    private const int MostPupils = 100;

    public async Task<MoveToClassPayload> RunAsync(MoveToClassInput input, CancellationToken cancellationToken)
    {
        if (input.PatronIds.Count is 0 or > MostPupils)
            return new MoveToClassPayload { Errors = [new InvalidInput("patronIds", "Mỗi lần chuyển từ 1 đến 100 học sinh.", "Move 1 to 100 pupils at a time.")] };
        var libraryId = await db.Classes.Where(c => c.Id == input.ClassId.Key).Select(c => (long?)c.LibraryId).FirstOrDefaultAsync(cancellationToken);
        if (libraryId is not { } library)
            return new MoveToClassPayload { Errors = [NotFound.At("classId")] };
        if (db.Scope.Denied(Permission.EditPatrons, library) is { Count: > 0 } denied)
            return new MoveToClassPayload { Errors = denied };
        return await CardDesk.MoveAsync(db, library, input.ClassId.Key, [.. input.PatronIds.Select(p => p.Key)], input.On, cancellationToken) is { } moved
            ? new MoveToClassPayload { Moved = moved }
            : new MoveToClassPayload { Errors = [NotFound.At("patronIds")] };
    }
}

/// <summary>A new class.</summary>
internal sealed record CreateClassInput : MutationInput
{
    /// <summary>The school's library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The calendar year in which its school year begins.</summary>
    public required int StartYear { get; init; }

    /// <summary>Its name, 1 to 20 characters, unique in the school year.</summary>
    public required string Name { get; init; }

    /// <summary>Grade, 1 to 12; null in preschool.</summary>
    public int? Grade { get; init; }

    /// <summary>The Ministry's code of the class.</summary>
    public string? MinistryCode { get; init; }

    /// <summary>The class teacher's card.</summary>
    public Ref<Patron>? TeacherId { get; init; }
}

/// <summary>What changes of a class.</summary>
internal sealed record UpdateClassInput : MutationInput
{
    /// <summary>The class.</summary>
    public required Ref<SchoolClass> ClassId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>A new name.</summary>
    public string? Name { get; init; }

    /// <summary>Another grade.</summary>
    public int? Grade { get; init; }

    /// <summary>The Ministry's code of the class.</summary>
    public string? MinistryCode { get; init; }

    /// <summary>The class teacher's card.</summary>
    public Ref<Patron>? TeacherId { get; init; }
}

/// <summary>The new class.</summary>
internal sealed record CreateClassPayload : ClassPayload;

/// <summary>The changed class.</summary>
internal sealed record UpdateClassPayload : ClassPayload;

/// <summary>A class that was written.</summary>
internal abstract record ClassPayload : Payload
{
    private const int LongestName = 20;

    /// <summary>The class.</summary>
    public Ref<SchoolClass>? SchoolClass { get; init; }

    public static async Task<MutationError?> FaultAsync(LibraryDb db, SchoolClass wanted, CancellationToken cancellationToken)
    {
        if (wanted.Name.Length is 0 or > LongestName)
            return new InvalidInput("name", "Tên lớp có từ 1 đến 20 ký tự.", "The name of a class has 1 to 20 characters.");
        if (wanted.Grade is < 1 or > 12)
            return new InvalidInput("grade", "Khối lớp từ 1 đến 12.", "A grade is 1 to 12.");
        if (wanted.MinistryCode is { Length: > LongestName })
            return new InvalidInput("ministryCode", "Mã lớp dài quá 20 ký tự.", "The code has more than 20 characters.");
        if (wanted.TeacherId is { } teacherId && !await db.Patrons.AnyAsync(p => p.Id == teacherId && p.LibraryId == wanted.LibraryId && p.Category != PatronCategory.Pupil, cancellationToken))
            return NotFound.At("teacherId");
        return await db.Classes.AnyAsync(c => c.LibraryId == wanted.LibraryId && c.StartYear == wanted.StartYear && c.Name == wanted.Name && c.Id != wanted.Id, cancellationToken)
            ? new InvalidInput("name", $"Năm học đã có lớp '{wanted.Name}'.", $"The school year has a class '{wanted.Name}' already.")
            : null;
    }
}

/// <summary>Who moves where.</summary>
internal sealed record MoveToClassInput : MutationInput
{
    /// <summary>The class.</summary>
    public required Ref<SchoolClass> ClassId { get; init; }

    /// <summary>The pupils, 1 to 100.</summary>
    public required IReadOnlyList<Ref<Patron>> PatronIds { get; init; }

    /// <summary>First day in the class.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>What was moved.</summary>
internal sealed record MoveToClassPayload : Payload
{
    /// <summary>How many pupils are in the class by it.</summary>
    public int? Moved { get; init; }
}
