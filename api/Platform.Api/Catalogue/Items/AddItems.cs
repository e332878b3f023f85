using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Storage;
using Platform.Storage.Catalogue;

namespace Platform.Api.Catalogue.Items;

/// <summary>Enters copies of a publication in a library's register. The numbers come from the register's pattern, or one number is given.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class AddItems(LibraryDb db, TimeProvider clock) : IMutation<AddItemsInput, AddItemsPayload>
{
    private const int MostCopies = 500;

    public async Task<AddItemsPayload> RunAsync(AddItemsInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (!await db.Records.AnyAsync(r => r.Id == input.RecordId.Key, cancellationToken))
            return No(NotFound.At("recordId"));
        var copies = input.Copies ?? 1;
        if (copies is < 1 or > MostCopies || (copies > 1 && input.RegistrationNumber is not null))
            return No(new InvalidInput("copies", $"Mỗi lần nhập từ 1 đến {MostCopies} bản; số ĐKCB cho sẵn chỉ dùng cho một bản.", $"1 to {MostCopies} copies are entered at once; a given number is for one copy."));
        if (ItemText.Fault(input.RegistrationNumber, input.CallNumber, input.Location, input.Price) is { } fault)
            return No(fault);

        // Numbers are given out in the transaction of the copies: what is not saved leaves no gap.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var numbers = input.RegistrationNumber is { } given
            ? [given.Trim()]
            : await RegistrationNumbers.TakeAsync(db, input.LibraryId.Key, input.Type, copies, cancellationToken);
        var items = numbers.Select(number => ItemOf(input, number)).ToList();
        db.Items.AddRange(items);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException violation) when (UniqueViolation.IsOn(violation, db, CatalogueIndexes.OneItemPerNumber))
        {
            db.ChangeTracker.Clear();
            return No(NumberTaken.Of(numbers[0]));
        }
        await CommitAsync(own, cancellationToken);
        return new AddItemsPayload { RegistrationNumbers = numbers, Item = items[0].Id, Record = input.RecordId };
    }

    private Item ItemOf(AddItemsInput input, string number) => new()
    {
        LibraryId = input.LibraryId.Key,
        RecordId = input.RecordId.Key,
        RegistrationNumber = number,
        Type = input.Type,
        CallNumber = ItemText.Clean(input.CallNumber),
        Location = ItemText.Clean(input.Location),
        Price = input.Price,
        Funding = input.Funding ?? FundingSource.Unknown,
        AcquiredOn = input.AcquiredOn ?? clock.Today(),
        Status = input.IsReferenceOnly is true ? ItemStatus.ReferenceOnly : ItemStatus.InStock,
    };

    private static Task CommitAsync(IDbContextTransaction? own, CancellationToken cancellationToken) => own?.CommitAsync(cancellationToken) ?? Task.CompletedTask;

    private static AddItemsPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Copies to enter.</summary>
internal sealed record AddItemsInput : MutationInput
{
    /// <summary>The publication.</summary>
    public required Ref<BibliographicRecord> RecordId { get; init; }

    /// <summary>The library that owns the copies.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The register they are entered in.</summary>
    public required ItemType Type { get; init; }

    /// <summary>How many copies, 1 to 500; 1 when nothing is said.</summary>
    public int? Copies { get; init; }

    /// <summary>The number of one copy, for a book that has one already; the register's next number when nothing is said.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>Call number on the spine label (ký hiệu xếp giá).</summary>
    public string? CallNumber { get; init; }

    /// <summary>Shelf or room.</summary>
    public string? Location { get; init; }

    /// <summary>Price of a copy in whole đồng.</summary>
    public long? Price { get; init; }

    /// <summary>Source of the money or the copies.</summary>
    public FundingSource? Funding { get; init; }

    /// <summary>Day of entry in the register; today when nothing is said.</summary>
    public DateOnly? AcquiredOn { get; init; }

    /// <summary>Whether the copies are read in the library only.</summary>
    public bool? IsReferenceOnly { get; init; }
}

/// <summary>The copies.</summary>
[FailsWith(typeof(NumberTaken))]
internal sealed record AddItemsPayload : Payload
{
    /// <summary>Their registration numbers, in order.</summary>
    public IReadOnlyList<string> RegistrationNumbers { get; init; } = [];

    /// <summary>The first of them.</summary>
    public Ref<Item>? Item { get; init; }

    /// <summary>The publication.</summary>
    public Ref<BibliographicRecord>? Record { get; init; }
}

/// <summary>The library has given the registration number already; a number is given once.</summary>
/// <param name="RegistrationNumber">The number.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record NumberTaken(string RegistrationNumber, string Vietnamese, string English) : MutationError("NUMBER_TAKEN", Vietnamese, English)
{
    public static NumberTaken Of(string number) => new(number, $"Số đăng ký cá biệt '{number}' đã được dùng.", $"Registration number '{number}' is taken.");
}
