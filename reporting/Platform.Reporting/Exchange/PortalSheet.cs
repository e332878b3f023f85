using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Libraries;
using Platform.Model.Reporting.Exchange;

namespace Platform.Reporting.Exchange;

/// <summary>The facilities table of a school as the portal's import file.</summary>
internal static class PortalSheet
{
    /// <summary>Media type of XLSX.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The file for one period, with what the school entered by permanence of the building.</summary>
    public static async Task<byte[]> WriteAsync(LibraryDb db, Library library, string period, CancellationToken cancellationToken)
    {
        var facts = await db.FacilityFacts.AsNoTracking()
            .Where(f => f.LibraryId == library.Id && f.Period == period && f.Scale == BuildingScale.Durability)
            .OrderBy(f => f.Id)
            .ToListAsync(cancellationToken);
        return PortalWorkbook.Write(PortalTemplate.Facilities, [.. facts.Select((fact, i) => LineOf(library, fact, i + 1))]);
    }

    private static Dictionary<string, object> LineOf(Library library, FacilityFact fact, int number)
    {
        var line = new Dictionary<string, object>
        {
            ["stt"] = number,
            ["matruong"] = library.Code,
            ["tentruong"] = library.Name,
            ["noidungtieuchi"] = fact.Criterion,
            ["soluong"] = fact.Rooms,
            ["dientich"] = fact.Area,
            ["soluongkienco"] = fact.UpperRooms,
            ["dientichkienco"] = fact.UpperArea,
            ["soluongbankienco"] = fact.MiddleRooms,
            ["dientichbankienco"] = fact.MiddleArea,
            ["soluongtam"] = fact.LowerRooms,
            ["dientichtam"] = fact.LowerArea,
        };
        if (fact.Required is { } required)
            line["nhucau"] = required;
        return line;
    }
}
