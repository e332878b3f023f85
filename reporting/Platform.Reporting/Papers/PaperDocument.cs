using System.Text.Json;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Papers;

/// <summary>A document of one occasion, such as minutes, in the shape of a report: it is written in every format that reports are.</summary>
internal static class PaperDocument
{
    public static FrozenReport Of(FrozenDefinition definition, Library library, string subject, DateOnly on, IReadOnlyList<string> grounds, IReadOnlyList<Section> sections)
    {
        var document = new ReportDocument
        {
            Format = 1,
            Definition = definition,
            Library = new FrozenLibrary(library.Code, library.Name, library.Level.ToString()),
            Period = ReportPeriod.Month(on.Year, on.Month),
            Letterhead = new Letterhead
            {
                Issuer = library.Name.ToUpperInvariant(),
                NumberEnding = library.DocumentSuffix is { } suffix ? $"BB-{suffix}" : "BB",
                Place = library.Place,
                Year = on.Year,
                Title = definition.Name.ToUpperInvariant(),
                Subject = subject,
                Grounds = grounds,
                Landscape = true,
                Signatures = [new SignatureBlock("CÁN BỘ THƯ VIỆN", library.Librarian), new SignatureBlock("KẾ TOÁN", null), new SignatureBlock("HIỆU TRƯỞNG", library.Principal)],
            },
            Sections = sections,
            Metrics = [],
            Facts = new FactsSeal(0, 0, 0, 0, Seal.Root([])),
        };
        return new FrozenReport(document, Seal.Of(JsonSerializer.SerializeToUtf8Bytes(document)));
    }

    /// <summary>A table of texts.</summary>
    public static TableSection Table(string code, string? caption, IReadOnlyList<TextColumn> columns, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<string>? total) => new()
    {
        Code = code,
        Caption = caption,
        Layout = TableLayout.Grid,
        Texts = columns,
        Columns = [],
        Rows =
        [
            .. rows.Select((texts, i) => new TableRow($"{i + 1}", texts.Count > 1 ? texts[1] : "", texts, false, null, [])),
            .. total is null ? Array.Empty<TableRow>() : [new TableRow("total", total[0], total, true, null, [])],
        ],
    };
}
