using System.Globalization;
using System.Text.Json;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Repository;

namespace Platform.Reporting.Metrics;

/// <summary>The codes of dimension values as definitions, snapshots and the API write them: <c>TEXTBOOK</c>, <c>PUPIL</c>, <c>6</c>.</summary>
public static class DimensionCodes
{
    /// <summary>The packed value for copies that left by a transfer to another library, which no state of a copy says.</summary>
    internal const byte Transferred = 20;

    private static readonly Dictionary<Dimension, Dictionary<string, byte>> Codes = new()
    {
        [Dimension.ItemType] = Of<ItemType>(),
        [Dimension.Funding] = Of<FundingSource>(),
        [Dimension.Reader] = Of<PatronCategory>(),
        [Dimension.Grade] = Numbers(1, 12, 1),
        [Dimension.Use] = Of<LoanKind>(),
        [Dimension.Activity] = Of<ActivityKind>(),
        [Dimension.ItemStatus] = new(Of<ItemStatus>()) { ["TRANSFERRED"] = Transferred },
        [Dimension.Subject] = Numbers(1, 10, 0),
        [Dimension.Language] = new() { ["VIETNAMESE"] = 1, ["OTHER"] = 2 },
        [Dimension.Direction] = Of<Direction>(),
        [Dimension.Counted] = new() { ["YES"] = 1, ["NO"] = 2 },
        [Dimension.Month] = Numbers(1, 12, 1),
        [Dimension.Asset] = Of<AssetKind>(),
        [Dimension.Access] = Of<UseKind>(),
    };

    /// <summary>The packed value of a code; null when the dimension has no such code.</summary>
    public static byte? Parse(Dimension dimension, string code) => Codes[dimension].TryGetValue(code, out var value) ? value : null;

    /// <summary>The code of a packed value; null for 0, no value.</summary>
    public static string? CodeOf(Dimension dimension, byte value) =>
        value is 0 ? null : Codes[dimension].FirstOrDefault(pair => pair.Value == value).Key;

    /// <summary>The dimension of a name in a definition, for example <c>itemType</c>; null when there is none.</summary>
    public static Dimension? ParseDimension(string name) =>
        Enum.TryParse<Dimension>(name, ignoreCase: true, out var dimension) && Enum.IsDefined(dimension) ? dimension : null;

    private static Dictionary<string, byte> Of<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.SnakeCaseUpper.ConvertName(v.ToString()), v => Convert.ToByte(v, CultureInfo.InvariantCulture));

    // Subject: code 0 (the hundred 000) is packed as 1, because a packed 0 means no value.
    private static Dictionary<string, byte> Numbers(int first, int last, int codeOfFirst) =>
        Enumerable.Range(first, last - first + 1).ToDictionary(n => (n - first + codeOfFirst).ToString(CultureInfo.InvariantCulture), n => (byte)n);
}
