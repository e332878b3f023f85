using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Storage.Patrons;

/// <summary>Everything the platform keeps about one person, for the person, in a form that people and programs read.</summary>
public sealed record PersonData
{
    /// <summary>When it was put together.</summary>
    public required DateTimeOffset ExportedAt { get; init; }

    /// <summary>The card.</summary>
    public required PersonCard Card { get; init; }

    /// <summary>The classes, dated.</summary>
    public required IReadOnlyList<PersonClass> Classes { get; init; }

    /// <summary>Loans that still name the person.</summary>
    public required IReadOnlyList<PersonLoan> Loans { get; init; }

    /// <summary>Holds that still name the person.</summary>
    public required IReadOnlyList<PersonHold> Holds { get; init; }

    /// <summary>What the person owes or owed.</summary>
    public required IReadOnlyList<PersonCharge> Charges { get; init; }

    /// <summary>What was agreed to.</summary>
    public required IReadOnlyList<PersonConsent> Consents { get; init; }

    /// <summary>Who looked at the record.</summary>
    public required IReadOnlyList<PersonLook> Looks { get; init; }
}

/// <summary>The card.</summary>
public sealed record PersonCard(string CardNumber, string FullName, PatronCategory Category, int? Grade, string? ClassName, string? MinistryCode, DateOnly? BornOn, DateOnly RegisteredOn, DateOnly? LeftOn, string Library);

/// <summary>A time in a class.</summary>
public sealed record PersonClass(string Name, int StartYear, DateOnly FromOn, DateOnly? UntilOn);

/// <summary>A loan.</summary>
public sealed record PersonLoan(string RegistrationNumber, string Title, LoanKind Kind, DateTimeOffset LentAt, DateOnly DueOn, DateTimeOffset? ReturnedAt, LoanEnd? EndedAs);

/// <summary>A hold.</summary>
public sealed record PersonHold(string Title, DateTimeOffset PlacedAt, HoldStatus Status, DateTimeOffset? ClosedAt);

/// <summary>A charge.</summary>
public sealed record PersonCharge(ChargeKind Kind, long Amount, DateOnly RaisedOn, DateTimeOffset? SettledAt, Settlement? Settlement);

/// <summary>A consent.</summary>
public sealed record PersonConsent(ConsentPurpose Purpose, ConsentParty GivenBy, DateOnly GivenOn, DateOnly? WithdrawnOn, string? Evidence);

/// <summary>A look.</summary>
public sealed record PersonLook(string Actor, DateTimeOffset At, LookKind Kind);

/// <summary>Puts a person's data together and packs them.</summary>
public static class PersonExport
{
    /// <summary>Name of the file in the archive.</summary>
    public const string FileName = "du-lieu-ban-doc.json";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>A ZIP archive with the person's data as JSON; null when there is no such person, or it was erased.</summary>
    public static async Task<byte[]?> ZipAsync(LibraryDb db, long patronId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await ReadAsync(db, patronId, at, cancellationToken) is not { } data)
            return null;
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry(FileName).Open();
            await JsonSerializer.SerializeAsync(entry, data, Readable, cancellationToken);
        }
        return file.ToArray();
    }

    private static async Task<PersonData?> ReadAsync(LibraryDb db, long patronId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var card = await db.Patrons.AsNoTracking().Where(p => p.Id == patronId && p.ErasedAt == null)
            .Select(p => new PersonCard(p.CardNumber, p.FullName, p.Category, p.Grade, p.ClassName, p.MinistryCode, p.BornOn, p.RegisteredOn, p.LeftOn, p.Library.Name))
            .FirstOrDefaultAsync(cancellationToken);
        if (card is null)
            return null;
        return new PersonData
        {
            ExportedAt = at,
            Card = card,
            Classes = await db.ClassMemberships.Where(m => m.PatronId == patronId).OrderBy(m => m.FromOn)
                .Select(m => new PersonClass(m.Class.Name, m.Class.StartYear, m.FromOn, m.UntilOn)).ToListAsync(cancellationToken),
            Loans = await db.Loans.Where(l => l.PatronId == patronId).OrderBy(l => l.LentAt)
                .Select(l => new PersonLoan(l.Item.RegistrationNumber, l.Item.Record.Title, l.Kind, l.LentAt, l.DueOn, l.ReturnedAt, l.EndedAs)).ToListAsync(cancellationToken),
            Holds = await db.Holds.Where(h => h.PatronId == patronId).OrderBy(h => h.PlacedAt)
                .Select(h => new PersonHold(h.Record.Title, h.PlacedAt, h.Status, h.ClosedAt)).ToListAsync(cancellationToken),
            Charges = await db.Charges.Where(c => c.PatronId == patronId).OrderBy(c => c.RaisedOn)
                .Select(c => new PersonCharge(c.Kind, c.Amount, c.RaisedOn, c.SettledAt, c.Settlement)).ToListAsync(cancellationToken),
            Consents = await db.Consents.Where(c => c.PatronId == patronId).OrderBy(c => c.GivenOn)
                .Select(c => new PersonConsent(c.Purpose, c.GivenBy, c.GivenOn, c.WithdrawnOn, c.Evidence)).ToListAsync(cancellationToken),
            Looks = await db.PatronLooks.Where(l => l.PatronId == patronId).OrderBy(l => l.At)
                .Select(l => new PersonLook(l.Actor, l.At, l.Kind)).ToListAsync(cancellationToken),
        };
    }
}
