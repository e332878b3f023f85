using Platform.Model.Catalogue;

namespace Platform.Model.Sharing.Rotation;

/// <summary>What readers need: a type of printed item for a grade and a subject.</summary>
/// <param name="Type">Register of the items.</param>
/// <param name="Grade">Grade, 1 to 12; 0 where the grade does not matter.</param>
/// <param name="Subject">Subject, for example a DDC class; empty where it does not matter.</param>
public readonly record struct NeedCell(ItemType Type, int Grade, string Subject);

/// <summary>A member library as the planner sees it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Stock">Items it holds.</param>
/// <param name="MinimumStock">Items below which sending never takes it (TT 16/2022, books per pupil).</param>
/// <param name="ShelfRoom">Most items it can take in this semester.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record RotationLibrary(long Id, int Stock, int MinimumStock, int ShelfRoom, double Latitude, double Longitude);

/// <summary>How many more items of a cell a library's readers need than it holds.</summary>
public sealed record RotationNeed(long LibraryId, NeedCell Cell, int Missing);

/// <summary>All copies of one title that stand on the shelf of their owner and may travel.</summary>
/// <param name="RecordId">The title.</param>
/// <param name="OwnerId">The owning library.</param>
/// <param name="Cell">Which need it serves.</param>
/// <param name="ItemIds">The copies.</param>
public sealed record RotationTitle(long RecordId, long OwnerId, NeedCell Cell, IReadOnlyList<long> ItemIds);

/// <summary>Rules and weights of a plan; stored with it, so that it can be made again.</summary>
/// <param name="FewestCopies">Copies of a title in stock from which it may travel (TT 05/2022: 3).</param>
/// <param name="KeepAtHome">Copies of a travelling title that stay with the owner.</param>
/// <param name="LargestSet">Most copies of a title sent to one library.</param>
/// <param name="PointsPerSetKilometre">What a set costs for each kilometre, in points; a copy that is needed is worth one point.</param>
/// <param name="FairnessWeight">What unequal service costs: points for each needed copy times the squared distance from the mean share.</param>
public sealed record RotationRules(
    int FewestCopies = 3,
    int KeepAtHome = 1,
    int LargestSet = 5,
    double PointsPerSetKilometre = 0.02,
    double FairnessWeight = 1.0);

/// <summary>Everything a plan is made from.</summary>
/// <param name="Libraries">The member libraries.</param>
/// <param name="Needs">What they miss.</param>
/// <param name="Titles">What may travel.</param>
/// <param name="Held">Titles that a library holds or had in the last rotations: it is not sent them.</param>
/// <param name="Rules">Rules and weights.</param>
public sealed record RotationProblem(
    IReadOnlyList<RotationLibrary> Libraries,
    IReadOnlyList<RotationNeed> Needs,
    IReadOnlyList<RotationTitle> Titles,
    IReadOnlySet<(long LibraryId, long RecordId)> Held,
    RotationRules Rules);
