namespace Platform.Model.Catalogue;

/// <summary>Unique indexes of the catalogue whose refusal a mutation translates.</summary>
public static class CatalogueIndexes
{
    /// <summary>A library has a record with the same content once.</summary>
    public const string OneRecordPerContent = "IX_Records_LibraryId_Fingerprint";

    /// <summary>A library gives a registration number once.</summary>
    public const string OneItemPerNumber = "IX_Items_LibraryId_RegistrationNumber";
}
