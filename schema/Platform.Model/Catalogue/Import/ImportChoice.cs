namespace Platform.Model.Catalogue.Import;

/// <summary>What a person decides of a line of an import under review.</summary>
public enum ImportChoice : byte
{
    /// <summary>It becomes a new record.</summary>
    Add = 1,

    /// <summary>The matched record keeps its description and takes the copies.</summary>
    Skip = 2,

    /// <summary>The matched record's description is replaced, but for protected fields.</summary>
    Overlay = 3,

    /// <summary>The matched record's description is completed.</summary>
    Merge = 4,

    /// <summary>It is not taken.</summary>
    LeaveOut = 5,
}
