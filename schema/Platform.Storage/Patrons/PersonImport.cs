using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Patrons;
using Platform.Model.Text;
using Platform.Storage.Circulation;

namespace Platform.Storage.Patrons;

/// <summary>The import of a Ministry export into one library.</summary>
public sealed record PersonImportRequest
{
    /// <summary>The school's library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The calendar year in which the school year of the export begins.</summary>
    public required int StartYear { get; init; }

    /// <summary>Whether classes that the school year lacks are created; otherwise they are a problem.</summary>
    public bool CreatesClasses { get; init; }

    /// <summary>The day from which new class memberships hold.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>What an import would do, or did.</summary>
/// <param name="Lines">A line for each person of the export.</param>
/// <param name="NewClasses">Classes that are created.</param>
/// <param name="Problems">What is wrong, by sheet, row and column.</param>
/// <param name="Token">Confirms exactly this plan of exactly this file; null when a problem stands in the way.</param>
public sealed record PersonImportPreview(IReadOnlyList<PersonImportLine> Lines, IReadOnlyList<string> NewClasses, IReadOnlyList<ImportProblem> Problems, string? Token)
{
    /// <summary>How many rows have the action.</summary>
    public int Count(PersonImportAction action) => Lines.Count(line => line.Action == action);
}

/// <summary>Imports pupils and staff from the Ministry's exports: a preview that changes nothing, then a confirmation that does all of it or nothing.</summary>
public static class PersonImport
{
    /// <summary>Says what the import would do.</summary>
    public static async Task<PersonImportPreview> PreviewAsync(LibraryDb db, PersonImportRequest request, byte[] file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(file);
        using var content = new MemoryStream(file, writable: false);
        var export = MinistryExport.Read(content);
        var known = await KnownAsync(db, request.LibraryId, cancellationToken);
        var lines = PersonImportPlan.For(export.Persons, known, request.StartYear, request.On);
        var missing = await MissingClassesAsync(db, request, export, cancellationToken);
        ImportProblem[] problems = [.. export.Problems, .. request.CreatesClasses ? [] : missing.Select(pair => new ImportProblem(ImportFault.ClassUnknown, export.Sheet, pair.Value, export.ClassColumn, pair.Key, true))];
        var token = problems.Any(problem => problem.IsBlocking) ? null : TokenOf(request, file, lines);
        return new PersonImportPreview(lines, [.. missing.Keys], problems, token);
    }

    /// <summary>Does what the preview with this token said; null when the file, or the cards since then, are no longer those of the preview.</summary>
    public static async Task<PersonImportPreview?> ConfirmAsync(LibraryDb db, PersonImportRequest request, byte[] file, string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditPatrons, request.LibraryId, cancellationToken);
        var preview = await PreviewAsync(db, request, file, cancellationToken);
        if (preview.Token is null || !string.Equals(preview.Token, token, StringComparison.Ordinal))
            return null;
        await new PersonImporting(db, request).RunAsync(preview.Lines, cancellationToken);
        await work.SaveAsync(cancellationToken);
        return preview;
    }

    private static Task<List<KnownPerson>> KnownAsync(LibraryDb db, long libraryId, CancellationToken cancellationToken) => db.Patrons
        .Where(p => p.LibraryId == libraryId && p.ErasedAt == null)
        .OrderBy(p => p.Id)
        .Select(p => new KnownPerson(p.Id, p.CardNumber, p.MinistryCode, p.NameKey, p.BornOn, p.IsTemporary, p.FullName, p.Category, p.Grade, p.ClassName, p.LeftOn))
        .ToListAsync(cancellationToken);

    // The class and the first row that names it.
    private static async Task<Dictionary<string, int>> MissingClassesAsync(LibraryDb db, PersonImportRequest request, MinistryExport export, CancellationToken cancellationToken)
    {
        var classes = await db.Classes
            .Where(c => c.LibraryId == request.LibraryId && c.StartYear == request.StartYear)
            .Select(c => c.Name)
            .ToListAsync(cancellationToken);
        return export.Persons
            .Where(person => person.ClassName is not null && !classes.Contains(person.ClassName))
            .GroupBy(person => person.ClassName!) // filtered above
            .ToDictionary(group => group.Key, group => group.Min(person => person.RowNumber));
    }

    private static string TokenOf(PersonImportRequest request, byte[] file, IReadOnlyList<PersonImportLine> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file);
        hash.AppendData(Encoding.UTF8.GetBytes(request.ToString()));
        foreach (var line in lines)
            hash.AppendData(Encoding.UTF8.GetBytes($"{line.Row.RowNumber} {line.Action} {line.PatronId} {line.CardNumber} {string.Join('|', line.Changes)}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Writes the cards and class memberships of one import.</summary>
internal sealed class PersonImporting(LibraryDb db, PersonImportRequest request)
{
    public async Task RunAsync(IReadOnlyList<PersonImportLine> lines, CancellationToken cancellationToken)
    {
        var cards = await db.Patrons.Where(p => p.LibraryId == request.LibraryId).ToDictionaryAsync(p => p.Id, cancellationToken);
        var people = lines.Select(line => (Line: line, Patron: line.PatronId is { } id ? Change(cards[id], line) : Add(line))).ToList();
        var classes = await ClassesAsync(lines, cancellationToken);
        var open = await db.ClassMemberships
            .Where(m => m.LibraryId == request.LibraryId && m.UntilOn == null)
            .ToDictionaryAsync(m => m.PatronId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken); // keys of new cards and classes
        var moves = people.Where(person => Moves(person.Line, open.GetValueOrDefault(person.Patron.Id), classes)).ToList();
        foreach (var (_, patron) in moves.Where(move => open.ContainsKey(move.Patron.Id)))
            open[patron.Id].UntilOn = request.On.AddDays(-1);
        await db.SaveChangesAsync(cancellationToken); // a pupil is in one class at a time: closed before opened
        db.ClassMemberships.AddRange(moves.Where(move => move.Line.Row.LeftOn is null).Select(move => new ClassMembership
        {
            LibraryId = request.LibraryId,
            PatronId = move.Patron.Id,
            ClassId = classes[move.Line.Row.ClassName!].Id, // a move has a class
            FromOn = request.On,
        }));
    }

    private static bool Moves(PersonImportLine line, ClassMembership? open, Dictionary<string, SchoolClass> classes) =>
        line.Row.ClassName is { } name && (open is null ? line.Row.LeftOn is null : line.Row.LeftOn is not null || open.ClassId != classes[name].Id);

    private Patron Add(PersonImportLine line)
    {
        var row = line.Row;
        var patron = new Patron
        {
            LibraryId = request.LibraryId,
            CardNumber = line.CardNumber,
            MinistryCode = row.MinistryCode,
            IsTemporary = line.Action is PersonImportAction.CreateTemporary,
            BornOn = line.Action is PersonImportAction.CreateTemporary ? row.BornOn : null,
            FullName = row.FullName,
            NameKey = VietnameseText.Fold(row.FullName),
            Category = row.Category,
            Grade = row.Grade,
            ClassName = row.ClassName,
            RegisteredOn = request.On,
            LeftOn = row.LeftOn,
        };
        db.Patrons.Add(patron);
        return patron;
    }

    private static Patron Change(Patron patron, PersonImportLine line)
    {
        if (line.Action is PersonImportAction.Keep)
            return patron;
        var row = line.Row;
        (patron.CardNumber, patron.MinistryCode) = (line.CardNumber, row.MinistryCode ?? patron.MinistryCode);
        (patron.FullName, patron.NameKey) = (row.FullName, VietnameseText.Fold(row.FullName));
        (patron.Grade, patron.ClassName) = (row.Grade, row.ClassName);
        if ((row.LeftOn is null) != (patron.LeftOn is null))
            patron.LeftOn = row.LeftOn;
        if (line.Action is PersonImportAction.Merge)
            (patron.IsTemporary, patron.BornOn) = (false, null); // the code says who it is: the day of birth is no longer needed
        return patron;
    }

    private async Task<Dictionary<string, SchoolClass>> ClassesAsync(IReadOnlyList<PersonImportLine> lines, CancellationToken cancellationToken)
    {
        var classes = await db.Classes
            .Where(c => c.LibraryId == request.LibraryId && c.StartYear == request.StartYear)
            .ToDictionaryAsync(c => c.Name, cancellationToken);
        foreach (var row in lines.Select(line => line.Row).Where(row => row.ClassName is not null && !classes.ContainsKey(row.ClassName)).DistinctBy(row => row.ClassName))
        {
            var added = new SchoolClass { LibraryId = request.LibraryId, StartYear = request.StartYear, Name = row.ClassName!, Grade = row.Grade }; // filtered above
            db.Classes.Add(added);
            classes.Add(added.Name, added);
        }
        return classes;
    }
}
