using System.Reflection;
using System.Text.Json;

namespace Platform.Reporting.Exchange;

/// <summary>A layout of the portal's import files, kept as data in <c>schema/ministry/portal</c>.</summary>
/// <param name="Code">Code of the template.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Title">Words above the table.</param>
/// <param name="Source">Where the layout was seen.</param>
/// <param name="Confirmed">Whether the Ministry confirmed it.</param>
/// <param name="Columns">The columns, from the left.</param>
public sealed record PortalTemplate(
    string Code, int Version, string Sheet, string Title, string Source, bool Confirmed, IReadOnlyList<PortalColumn> Columns)
{
    /// <summary>The facilities table, version 1.</summary>
    public static PortalTemplate Facilities { get; } = Load("co-so-vat-chat.v1.json");

    private static PortalTemplate Load(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"ministry/portal/{file}")
            ?? throw new InvalidOperationException($"The template '{file}' is not built in.");
        return JsonSerializer.Deserialize<PortalTemplate>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"The template '{file}' is empty.");
    }
}

/// <summary>A column of a template.</summary>
/// <param name="Heads">Its headings, from the widest merged one down.</param>
/// <param name="Field">The field that fills it.</param>
/// <param name="Width">Its width in characters.</param>
public sealed record PortalColumn(IReadOnlyList<string> Heads, string Field, double Width);
