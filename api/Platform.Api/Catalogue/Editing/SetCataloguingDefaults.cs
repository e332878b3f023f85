using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Editing;
using Platform.Model.Libraries;

namespace Platform.Api.Catalogue.Editing;

/// <summary>Sets what a library writes into 008, 040, 041 and 044 of new records.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class SetCataloguingDefaults(LibraryDb db) : IMutation<SetCataloguingDefaultsInput, SetCataloguingDefaultsPayload>
{
    public async Task<SetCataloguingDefaultsPayload> RunAsync(SetCataloguingDefaultsInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return new SetCataloguingDefaultsPayload { Errors = [NotPermitted.ForLibrary] };
        if (input.Fault() is { } fault)
            return new SetCataloguingDefaultsPayload { Errors = [fault] };
        var defaults = await db.CataloguingDefaults.SingleOrDefaultAsync(d => d.LibraryId == input.LibraryId.Key, cancellationToken);
        if (defaults is null)
            db.CataloguingDefaults.Add(defaults = new CataloguingDefaults { LibraryId = input.LibraryId.Key, Agency = input.Agency });
        defaults.Agency = input.Agency.Trim();
        (defaults.DescriptionLanguage, defaults.Rules) = (input.DescriptionLanguage ?? defaults.DescriptionLanguage, input.Rules ?? defaults.Rules);
        (defaults.Language, defaults.Country) = (input.Language ?? defaults.Language, input.Country ?? defaults.Country);
        await db.SaveChangesAsync(cancellationToken);
        return new SetCataloguingDefaultsPayload { Agency = defaults.Agency };
    }
}

/// <summary>The defaults of a library; what is left out stays as it is.</summary>
internal sealed record SetCataloguingDefaultsInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>Cataloguing agency (040 $a).</summary>
    public required string Agency { get; init; }

    /// <summary>Language of cataloguing (040 $b), MARC code.</summary>
    public string? DescriptionLanguage { get; init; }

    /// <summary>Description conventions (040 $e), such as aacr2 or rda.</summary>
    public string? Rules { get; init; }

    /// <summary>Language of the text (041 $a, 008/35-37), MARC code.</summary>
    public string? Language { get; init; }

    /// <summary>Country of publication (044 $a, 008/15-17), MARC code.</summary>
    public string? Country { get; init; }

    public InvalidInput? Fault()
    {
        if (string.IsNullOrWhiteSpace(Agency) || Agency.Length > 50)
            return new InvalidInput("agency", "Cơ quan biên mục phải có từ 1 đến 50 ký tự.", "The agency must have 1 to 50 characters.");
        if (Rules is { } rules && (rules.Length is 0 or > 20 || !rules.All(char.IsAsciiLetterOrDigit)))
            return new InvalidInput("rules", "Quy tắc mô tả là một mã, ví dụ aacr2 hoặc rda.", "The conventions are a code, such as aacr2 or rda.");
        foreach (var (name, code, least) in new[] { ("descriptionLanguage", DescriptionLanguage, 3), ("language", Language, 3), ("country", Country, 2) })
            if (code is not null && (code.Length < least || code.Length > 3 || !code.All(char.IsAsciiLetterLower)))
                return new InvalidInput(name, $"'{code}' không phải là mã MARC.", $"'{code}' is no MARC code.");
        return null;
    }
}

/// <summary>The defaults afterwards.</summary>
internal sealed record SetCataloguingDefaultsPayload : Payload
{
    /// <summary>The agency.</summary>
    public string? Agency { get; init; }
}
