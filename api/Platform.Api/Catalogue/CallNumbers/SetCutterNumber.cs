using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.CallNumbers;
using Platform.Model.Libraries;

namespace Platform.Api.Catalogue.CallNumbers;

/// <summary>Sets the number of a rhyme in a library's table for book marks, or gives the shipped one back.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed partial class SetCutterNumber(LibraryDb db) : IMutation<SetCutterNumberInput, SetCutterNumberPayload>
{
    public async Task<SetCutterNumberPayload> RunAsync(SetCutterNumberInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        var rhyme = input.Rhyme.Trim().Normalize().ToUpperInvariant();
        if (rhyme.Length is 0 or > 10 || !Rhyme().IsMatch(rhyme))
            return No(new InvalidInput("rhyme", $"'{input.Rhyme}' không phải là vần không dấu thanh.", $"'{input.Rhyme}' is no rhyme without its tone."));
        if (input.Number is { } number && (number.Length != 3 || !number.All(char.IsAsciiDigit)))
            return No(new InvalidInput("number", "Mã vần gồm ba chữ số.", "The number of a rhyme has three digits."));

        var own = await db.CutterNumbers.SingleOrDefaultAsync(n => n.LibraryId == input.LibraryId.Key && n.Rhyme == rhyme, cancellationToken);
        if (input.Number is null && own is not null)
            db.CutterNumbers.Remove(own);
        else if (input.Number is { } wanted && own is not null)
            own.Number = wanted;
        else if (input.Number is { } first)
            db.CutterNumbers.Add(new CutterNumber { LibraryId = input.LibraryId.Key, Rhyme = rhyme, Number = first });
        await db.SaveChangesAsync(cancellationToken);
        return new SetCutterNumberPayload { Number = input.Number ?? CutterTable.Usual.NumberOf(rhyme) };
    }

    private static SetCutterNumberPayload No(MutationError error) => new() { Errors = [error] };

    [GeneratedRegex(@"^[AĂÂEÊIOÔƠUƯY]+[CHMNGPT]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Rhyme();
}

/// <summary>A rhyme and its number.</summary>
internal sealed record SetCutterNumberInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The rhyme without its tone: UYÊN.</summary>
    public required string Rhyme { get; init; }

    /// <summary>Three digits; null for the shipped number.</summary>
    public string? Number { get; init; }
}

/// <summary>The number that holds now.</summary>
internal sealed record SetCutterNumberPayload : Payload
{
    /// <summary>The number; null when nothing is known of the rhyme.</summary>
    public string? Number { get; init; }
}
