namespace Platform.Model.Patrons;

/// <summary>
/// That a person, or the guardian of a child, agreed to something beyond lending (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, NĐ 56/2017).
/// Withdrawn in place, never deleted while the card lives.
/// </summary>
public sealed class Consent : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Whose data it is about.</summary>
    public required long PatronId { get; init; }

    /// <summary>What was agreed to.</summary>
    public required ConsentPurpose Purpose { get; init; }

    /// <summary>Who agreed.</summary>
    public required ConsentParty GivenBy { get; init; }

    /// <summary>The day it was given.</summary>
    public required DateOnly GivenOn { get; init; }

    /// <summary>The day it was withdrawn; null while it holds.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Where it is written down, such as the number of a signed form; null when it was given online.</summary>
    public string? Evidence { get; init; }

    /// <summary>Whose data it is about.</summary>
    public Patron Patron { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What goes beyond lending.</summary>
public enum ConsentPurpose : byte
{
    /// <summary>Keeping the own reading history after the time at which it is forgotten.</summary>
    KeepHistory = 1,

    /// <summary>Notices by mail about the own loans and holds.</summary>
    Notices = 2,

    /// <summary>Being named in praise and leader boards.</summary>
    Recognition = 3,
}

/// <summary>Who agreed.</summary>
public enum ConsentParty : byte
{
    /// <summary>The person; a child from the age of 7.</summary>
    Person = 1,

    /// <summary>The guardian of a child.</summary>
    Guardian = 2,
}
