namespace Platform.Reporting.Manifests;

/// <summary>What one library hands to another in a rotation.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Semester">Code of the semester.</param>
/// <param name="Sender">Name of the school that sends.</param>
/// <param name="Receiver">Name of the school that receives.</param>
/// <param name="Lines">The items.</param>
public sealed record Manifest(string Group, string Semester, string Sender, string Receiver, IReadOnlyList<ManifestLine> Lines);

/// <summary>An item on a manifest.</summary>
/// <param name="Barcode">What its barcode says: school code, colon, registration number.</param>
/// <param name="Number">Registration number.</param>
/// <param name="Title">Title.</param>
/// <param name="CallNumber">Call number; null without one.</param>
/// <param name="Price">Price in đồng; null when unknown.</param>
public sealed record ManifestLine(string Barcode, string Number, string Title, string? CallNumber, long? Price);
