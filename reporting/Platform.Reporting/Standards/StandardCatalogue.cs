using Platform.Model.Reporting.Standards;
using Platform.Reporting.Definitions;

namespace Platform.Reporting.Standards;

/// <summary>The criteria that come with this version of the platform, in all versions, read once.</summary>
public static class StandardCatalogue
{
    private const string Resource = "Standards/tt16.json";

    /// <summary>TT 16/2022/TT-BGDĐT with the floors of NĐ 93/2020/NĐ-CP.</summary>
    public static IReadOnlyList<Criterion> Criteria { get; } = Load();

    private static IReadOnlyList<Criterion> Load()
    {
        using var stream = typeof(StandardCatalogue).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly has no resource '{Resource}'.");
        return DefinitionJson.Read<IReadOnlyList<Criterion>>(stream);
    }
}
