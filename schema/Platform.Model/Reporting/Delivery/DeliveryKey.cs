using System.Globalization;

namespace Platform.Model.Reporting.Delivery;

/// <summary>
/// What makes a delivery the one it is: a second one with the same key is refused by the database, and the receiver knows a repeated
/// one by it. A corrected report goes out again as the next <see cref="Edition"/>.
/// </summary>
/// <param name="DefinitionCode">Code of the report definition or exchange object, for example <c>R-01</c>.</param>
/// <param name="DefinitionVersion">Version of the definition.</param>
/// <param name="LibraryCode">The library that sends; for a group's report its hub.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="OrganisationCode">The body that receives.</param>
/// <param name="Channel">How it travels.</param>
/// <param name="Edition">1 for the first, then one more for each correction: the number of the snapshot.</param>
public sealed record DeliveryKey(
    string DefinitionCode,
    int DefinitionVersion,
    string LibraryCode,
    string Period,
    string OrganisationCode,
    ChannelKind Channel,
    int Edition)
{
    /// <summary>Greatest length of the key's text.</summary>
    public const int Length = 160;

    /// <summary>The key without its edition: what all corrections of one report have in common.</summary>
    public string Subject => string.Create(
        CultureInfo.InvariantCulture, $"{DefinitionCode}:v{DefinitionVersion}:{LibraryCode}:{Period}:{OrganisationCode}:{Channel}");

    /// <summary>The key as it is stored and sent: <c>R-01:v1:TV0001:2026-05:H38.7:Http:1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Subject}:{Edition}");
}
