using Platform.Model.Libraries;

namespace Platform.Model.Catalogue.Editing;

/// <summary>What a library writes into 040, 041, 044 and 008 of a new record unless the cataloguer says otherwise.</summary>
public sealed class CataloguingDefaults : IVersioned, ILibraryOwned
{
    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Cataloguing agency (MARC 040 $a): the library's code in the group, unless set.</summary>
    public required string Agency { get; set; }

    /// <summary>Language of cataloguing (MARC 040 $b).</summary>
    public string DescriptionLanguage { get; set; } = "vie";

    /// <summary>Description conventions (MARC 040 $e).</summary>
    public string Rules { get; set; } = "aacr2";

    /// <summary>Language of the text (MARC 041 $a, 008/35-37).</summary>
    public string Language { get; set; } = "vie";

    /// <summary>Country of publication, MARC code (044 $a, 008/15-17).</summary>
    public string Country { get; set; } = "vm";

    /// <summary>The library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The defaults of a library that has set none.</summary>
    public static CataloguingDefaults Of(Library library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return new CataloguingDefaults { LibraryId = library.Id, Agency = library.Code };
    }
}
