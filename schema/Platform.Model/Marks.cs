namespace Platform.Model;

/// <summary>A row whose stale write is refused: every saved change raises <see cref="Version"/> by one.</summary>
public interface IVersioned
{
    /// <summary>How often the row was saved, from 1; send it back with a change so that nobody's work is overwritten.</summary>
    int Version { get; set; }
}

/// <summary>A row whose every committed change is written to the change feed in the same transaction.</summary>
public interface IFeedSubject
{
    /// <summary>The row's key; 0 until it was first saved.</summary>
    long Id { get; }
}

/// <summary>A row that belongs to one library; what a caller may see of it is decided by its <see cref="Access.Scope"/>.</summary>
public interface ILibraryOwned
{
    /// <summary>The library the row belongs to.</summary>
    long LibraryId { get; }
}
