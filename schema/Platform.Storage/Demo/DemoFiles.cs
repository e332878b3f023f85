using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Model.Circulation;

namespace Platform.Storage.Demo;

/// <summary>The demo group's data files, as they lie in the assembly.</summary>
internal static class DemoFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <summary>The group and its four schools.</summary>
    public static DemoSchools Schools() => Read<DemoSchools>("libraries.json");

    /// <summary>Names to make fictional people of.</summary>
    public static DemoPeople People() => Read<DemoPeople>("people.json");

    /// <summary>What the libraries do in a school year.</summary>
    public static IReadOnlyList<DemoActivity> Activities() => Read<DemoActivities>("activities.json").Activities;

    /// <summary>Lessons of the schools' teachers.</summary>
    public static IReadOnlyList<DemoLesson> Lessons() => Read<IReadOnlyList<DemoLesson>>("eresources.json");

    /// <summary>What the group agreed, lent and rotated.</summary>
    public static DemoSharingData Sharing() => Read<DemoSharingData>("sharing.json");

    /// <summary>The books, one a line after the heading.</summary>
    public static IReadOnlyList<DemoBook> Books()
    {
        using var reader = new StreamReader(Open("books.tsv"));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(DemoBook.Parse)];
    }

    private static T Read<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidDataException($"The demo file '{name}' is empty.");
    }

    private static Stream Open(string name) =>
        typeof(DemoFiles).Assembly.GetManifestResourceStream($"Platform.Storage.Demo.Data.{name}")
        ?? throw new InvalidDataException($"The demo file '{name}' is not in the assembly.");
}

internal sealed record DemoSchools(DemoGroupInfo Group, IReadOnlyList<DemoSchool> Libraries);

internal sealed record DemoGroupInfo(string Code, string Name);

internal sealed record DemoSchool(
    string Code, string Name, string ShortName, IReadOnlyList<string> Levels, bool Hub, string ParentOrganisation, string PlaceName,
    DemoPerson Principal, DemoPerson Librarian, int Teachers, string ReportNumberSuffix, IReadOnlyList<DemoClass> Classes);

internal sealed record DemoPerson(string Name);

internal sealed record DemoClass(string Name, int Grade, int Pupils);

internal sealed record DemoActivities(IReadOnlyList<DemoActivity> Activities);

internal sealed record DemoActivity(string MonthDay, string Title, ActivityKind Kind, string Audience, IReadOnlyList<string> Levels, int Participants);

internal sealed record DemoPeople(
    IReadOnlyList<DemoPeopleGroup> Peoples, IReadOnlyList<DemoName> FamilyNames, DemoNamesByGender MiddleNames, DemoNamesByGender GivenNames);

internal sealed record DemoPeopleGroup(string Code, int Weight, double WithoutMiddleName);

internal sealed record DemoName(string Name, int Weight, IReadOnlyList<string> Peoples);

internal sealed record DemoNamesByGender(IReadOnlyList<DemoName> Male, IReadOnlyList<DemoName> Female);
