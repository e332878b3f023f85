namespace Platform.EducationSandbox;

/// <summary>A delivery as it came in, checked.</summary>
public sealed record Parcel(ParcelManifest Manifest, IReadOnlyList<IncomingRecord> Records);

/// <summary>What a delivery says of itself.</summary>
public sealed record ParcelManifest(
    string Key,
    string Subject,
    int Edition,
    string Definition,
    int DefinitionVersion,
    string Library,
    string Period,
    string Title,
    string ContentHash,
    IReadOnlyList<ParcelFile> Files);

/// <summary>One file of a delivery.</summary>
public sealed record ParcelFile(string Name, string MediaType, string Sha256);

/// <summary>One record of an exchange file.</summary>
public sealed record IncomingRecord(string Object, string Id, int Version, string Event);
