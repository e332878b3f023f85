using Microsoft.EntityFrameworkCore;
using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Reporting.Exchange;
using Platform.Model.Text;

namespace Platform.Api.Libraries;

/// <summary>
/// Says how many rooms of a kind the school has in a period and how large they are: a line of its facilities table. Lines that name the
/// library ("Phòng thư viện") give the area of R-04 and S-08; what was said last before a report's end holds. Said again, it is replaced.
/// </summary>
[Requires(Permission.EditReports)]
internal sealed class SetFacility(LibraryDb db) : IMutation<SetFacilityInput, SetFacilityPayload>
{
    private const int LongestCriterion = 500;
    private const int MostRooms = 1_000;
    private const double MostArea = 1_000_000;

    public async Task<SetFacilityPayload> RunAsync(SetFacilityInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditReports, input.LibraryId.Key) is { Count: > 0 } denied)
            return new SetFacilityPayload { Errors = denied };
        var criterion = VietnameseText.Clean(input.Criterion);
        if (FaultOf(input, criterion) is { } fault)
            return new SetFacilityPayload { Errors = [fault] };
        var said = await db.FacilityFacts.SingleOrDefaultAsync(
            f => f.LibraryId == input.LibraryId.Key && f.Period == input.Period && f.Criterion == criterion && f.Scale == input.Scale, cancellationToken);
        if (said is null)
            db.FacilityFacts.Add(said = new FacilityFact { LibraryId = input.LibraryId.Key, Period = input.Period, Criterion = criterion, Scale = input.Scale });
        said.Required = input.Required;
        (said.UpperRooms, said.UpperArea) = (input.UpperRooms, input.UpperArea);
        (said.MiddleRooms, said.MiddleArea) = (input.MiddleRooms ?? 0, input.MiddleArea ?? 0);
        (said.LowerRooms, said.LowerArea) = (input.LowerRooms ?? 0, input.LowerArea ?? 0);
        await db.SaveChangesAsync(cancellationToken);
        return new SetFacilityPayload { Facility = said.Id };
    }

    private static InvalidInput? FaultOf(SetFacilityInput input, string criterion)
    {
        if (!ReportPeriod.TryParse(input.Period, out _))
            return new InvalidInput("period", $"'{input.Period}' không phải mã kỳ báo cáo.", $"'{input.Period}' is no period.");
        if (criterion.Length is 0 or > LongestCriterion)
            return new InvalidInput("criterion", $"Nội dung có từ 1 đến {LongestCriterion} ký tự.", $"The criterion has 1 to {LongestCriterion} characters.");
        if (new[] { input.Required, input.UpperRooms, input.MiddleRooms, input.LowerRooms }.Any(rooms => rooms is < 0 or > MostRooms))
            return new InvalidInput("upperRooms", $"Số phòng từ 0 đến {MostRooms}.", $"A number of rooms is from 0 to {MostRooms}.");
        (int Rooms, double? Area)[] grades = [(input.UpperRooms, input.UpperArea), (input.MiddleRooms ?? 0, input.MiddleArea), (input.LowerRooms ?? 0, input.LowerArea)];
        return grades.Any(g => g.Area is { } area && (!double.IsFinite(area) || area is < 0 or > MostArea || (g.Rooms == 0 && area > 0)))
            ? new InvalidInput("upperArea", "Diện tích là số m² không âm, và chỉ có khi có phòng.", "An area is a number of m², not negative, and only where there is a room.")
            : null;
    }
}

/// <summary>Rooms of a kind in a period.</summary>
internal sealed record SetFacilityInput : MutationInput
{
    /// <summary>The library of the school.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>Code of the period, for example <c>2026-2027-DN</c>.</summary>
    public required string Period { get; init; }

    /// <summary>What is counted (nội dung, tiêu chí), for example <c>Phòng thư viện</c>.</summary>
    public required string Criterion { get; init; }

    /// <summary>By what the rooms are divided.</summary>
    public required BuildingScale Scale { get; init; }

    /// <summary>How many are required by regulation; null when the form does not ask.</summary>
    public int? Required { get; init; }

    /// <summary>Rooms above grade 4, or permanent ones (kiên cố).</summary>
    public required int UpperRooms { get; init; }

    /// <summary>Area of those rooms in m².</summary>
    public required double UpperArea { get; init; }

    /// <summary>Rooms of grade 4, or semi-permanent ones (bán kiên cố).</summary>
    public int? MiddleRooms { get; init; }

    /// <summary>Area of those rooms in m².</summary>
    public double? MiddleArea { get; init; }

    /// <summary>Rooms below grade 4, or temporary ones (tạm).</summary>
    public int? LowerRooms { get; init; }

    /// <summary>Area of those rooms in m².</summary>
    public double? LowerArea { get; init; }
}

/// <summary>The line as it stands.</summary>
internal sealed record SetFacilityPayload : Payload
{
    /// <summary>The line of the facilities table.</summary>
    public Ref<FacilityFact>? Facility { get; init; }
}
