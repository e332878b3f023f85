namespace Platform.Model.Catalogue.Import;

/// <summary>What to do with a record whose publication the catalogue has already, in whichever library.</summary>
public enum MatchPolicy : byte
{
    /// <summary>Do not look: every record that is not there byte for byte is added.</summary>
    Add = 0,

    /// <summary>Keep the catalogue's description; enter the copies there.</summary>
    Skip = 1,

    /// <summary>Replace the description, but for protected fields; enter the copies there.</summary>
    Overlay = 2,

    /// <summary>Complete the description with what it lacks; enter the copies there.</summary>
    Merge = 3,
}
