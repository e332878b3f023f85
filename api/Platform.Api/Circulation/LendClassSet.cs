using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Lends a set of textbooks to a whole class: every pupil gets one copy of each book, or nobody gets any.</summary>
[Requires(Permission.Circulate)]
internal sealed class LendClassSet(LibraryDb db, TimeProvider clock) : IMutation<LendClassSetInput, LendClassSetPayload>
{
    private const int MostBooks = 40;

    public async Task<LendClassSetPayload> RunAsync(LendClassSetInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new LendClassSetPayload { Errors = denied };
        if (input.RecordIds.Count is 0 or > MostBooks)
            return new LendClassSetPayload { Errors = [new InvalidInput("recordIds", "Bộ sách phải có từ 1 đến 40 tên sách.", "A set has 1 to 40 books.")] };
        var request = new ClassSetRequest
        {
            LibraryId = input.LibraryId.Key,
            ClassId = input.ClassId.Key,
            RecordIds = [.. input.RecordIds.Select(record => record.Key)],
            IsFreeTextbookLending = input.IsFreeTextbookLending ?? false,
        };
        var result = await ClassLending.LendAsync(db, request, clock.GetUtcNow(), cancellationToken);
        return result.Done is { } set ? new LendClassSetPayload { ClassSet = set.Id } : new LendClassSetPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Which books go to which class.</summary>
internal sealed record LendClassSetInput : MutationInput
{
    /// <summary>The library that lends.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The class.</summary>
    public required Ref<SchoolClass> ClassId { get; init; }

    /// <summary>The publications, 1 to 40.</summary>
    public required IReadOnlyList<Ref<BibliographicRecord>> RecordIds { get; init; }

    /// <summary>Whether it is free lending of textbooks under NĐ 271/2026; no when nothing is said.</summary>
    public bool? IsFreeTextbookLending { get; init; }
}

/// <summary>The set.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record LendClassSetPayload : Payload
{
    /// <summary>The set, with who got which copy.</summary>
    public Ref<ClassSet>? ClassSet { get; init; }
}
