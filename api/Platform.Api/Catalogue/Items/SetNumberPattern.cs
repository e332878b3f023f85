using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Numbering;
using Platform.Model.Libraries;
using Platform.Storage.Catalogue;

namespace Platform.Api.Catalogue.Items;

/// <summary>Sets how a library numbers a register from now on. The running number goes on behind the greatest that copies have in the pattern; numbers already given stay.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class SetNumberPattern(LibraryDb db) : IMutation<SetNumberPatternInput, SetNumberPatternPayload>
{
    private const int LongestPrefix = 30;
    private const int MostDigits = 10;

    public async Task<SetNumberPatternPayload> RunAsync(SetNumberPatternInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (input.Prefix.Length > LongestPrefix || input.Prefix.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            return No(new InvalidInput("prefix", $"Tiền tố dài tối đa {LongestPrefix} ký tự, không có khoảng trống.", $"A prefix has at most {LongestPrefix} characters and no blanks."));
        if (input.Digits is < 1 or > MostDigits)
            return No(new InvalidInput("digits", $"Số thứ tự có từ 1 đến {MostDigits} chữ số.", $"A running number has 1 to {MostDigits} digits."));
        var prefix = input.Prefix.Normalize();
        if (await db.NumberPatterns.AnyAsync(p => p.LibraryId == input.LibraryId.Key && p.Prefix == prefix && p.Type != input.Type, cancellationToken))
            return No(new InvalidInput("prefix", $"Tiền tố '{prefix}' thuộc về sổ khác của thư viện.", $"Prefix '{prefix}' belongs to another register of the library."));

        var pattern = await db.NumberPatterns.SingleOrDefaultAsync(p => p.LibraryId == input.LibraryId.Key && p.Type == input.Type, cancellationToken);
        if (pattern is null)
            db.NumberPatterns.Add(pattern = new NumberPattern { LibraryId = input.LibraryId.Key, Type = input.Type, Prefix = prefix, Digits = input.Digits, Next = 1 });
        var isSame = pattern.Prefix == prefix;
        (pattern.Prefix, pattern.Digits) = (prefix, input.Digits);
        var next = await RegistrationNumbers.NextAfterAsync(db, pattern, cancellationToken);
        pattern.Next = isSame ? Math.Max(pattern.Next, next) : next;
        await db.SaveChangesAsync(cancellationToken);
        return new SetNumberPatternPayload { NextNumber = pattern.Format(pattern.Next) };
    }

    private static SetNumberPatternPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The pattern of a register.</summary>
internal sealed record SetNumberPatternInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The register.</summary>
    public required ItemType Type { get; init; }

    /// <summary>What stands before the running number, separator and all: TK. or STK-.</summary>
    public required string Prefix { get; init; }

    /// <summary>Digits of the running number, 1 to 10.</summary>
    public required int Digits { get; init; }
}

/// <summary>The pattern as it holds now.</summary>
internal sealed record SetNumberPatternPayload : Payload
{
    /// <summary>The number that the next copy gets.</summary>
    public string? NextNumber { get; init; }
}
