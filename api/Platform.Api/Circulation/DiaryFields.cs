using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Api.Circulation;

/// <summary>What the API shows of a library's activities: to the school, because how many children took part may be few.</summary>
internal sealed class LibraryActivityFields : EntityType<LibraryActivity>
{
    public LibraryActivityFields()
        : base(Permission.ReadPatrons, a => a.Id)
    {
        Column(a => a.HeldOn).Sortable().Filterable();
        Column(a => a.Title);
        Column(a => a.Kind).Filterable();
        Column(a => a.Audience);
        Column(a => a.Participants);
        One(a => a.Library, a => a.LibraryId).Filterable();
    }
}

/// <summary>What the API shows of a diary's lines: to the school, because who came on a day may be few.</summary>
internal sealed class LibraryVisitFields : EntityType<LibraryVisit>
{
    public LibraryVisitFields()
        : base(Permission.ReadPatrons, v => v.Id)
    {
        Column(v => v.VisitedOn).Sortable().Filterable();
        Column(v => v.Category).Filterable();
        Column(v => v.Grade).Filterable();
        Column(v => v.ClassName).Filterable();
        Column(v => v.Visitors);
        One(v => v.Library, v => v.LibraryId).Filterable();
    }
}

/// <summary>Something the library did with its readers.</summary>
internal sealed record RecordActivityInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The day on which it took place, today at the latest.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>What it was, in one sentence.</summary>
    public required string Title { get; init; }

    /// <summary>The family of activities it belongs to.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>For whom, for example a class or all teachers; null when not said.</summary>
    public string? Audience { get; init; }

    /// <summary>How many took part; null when not counted.</summary>
    public int? Participants { get; init; }
}

/// <summary>The activity as it was entered.</summary>
internal sealed record RecordActivityPayload : Payload
{
    /// <summary>The activity.</summary>
    public Ref<LibraryActivity>? Activity { get; init; }
}

/// <summary>Which activity.</summary>
internal sealed record RemoveActivityInput : MutationInput
{
    /// <summary>The activity.</summary>
    public required Ref<LibraryActivity> ActivityId { get; init; }
}

/// <summary>Whether it is gone.</summary>
internal sealed record RemoveActivityPayload : Payload
{
    /// <summary>Whether it was removed.</summary>
    public bool IsRemoved { get; init; }
}

/// <summary>Who came on a day, in numbers.</summary>
internal sealed record RecordVisitsInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The school day, today at the latest.</summary>
    public required DateOnly VisitedOn { get; init; }

    /// <summary>Who came.</summary>
    public required PatronCategory Category { get; init; }

    /// <summary>Grade of the pupils; null for adults, or when not counted by grade.</summary>
    public int? Grade { get; init; }

    /// <summary>The class, when a whole class came for a reading period; otherwise null.</summary>
    public string? ClassName { get; init; }

    /// <summary>How many people came, from 1.</summary>
    public required int Visitors { get; init; }
}

/// <summary>The day as it stands in the diary.</summary>
internal sealed record RecordVisitsPayload : Payload
{
    /// <summary>The line that was entered: keep it to take it back by removeVisits.</summary>
    public Ref<LibraryVisit>? Visit { get; init; }

    /// <summary>How many visitors the diary has on the day now; null when it was refused.</summary>
    public int? VisitorsOfTheDay { get; init; }
}

/// <summary>Which line of the diary.</summary>
internal sealed record RemoveVisitsInput : MutationInput
{
    /// <summary>The line.</summary>
    public required Ref<LibraryVisit> VisitId { get; init; }
}

/// <summary>The day without the line.</summary>
internal sealed record RemoveVisitsPayload : Payload
{
    /// <summary>How many visitors the diary has on the day now; null when it was refused.</summary>
    public int? VisitorsOfTheDay { get; init; }
}
