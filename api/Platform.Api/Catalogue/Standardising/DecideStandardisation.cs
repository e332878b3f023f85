using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Standardising;

namespace Platform.Api.Catalogue.Standardising;

/// <summary>Accepts or rejects lines of a review list: those named, or all lines of a rule.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class DecideStandardisation(LibraryDb db) : IMutation<DecideStandardisationInput, DecideStandardisationPayload>
{
    private const int MostLines = 1000;

    public async Task<DecideStandardisationPayload> RunAsync(DecideStandardisationInput input, CancellationToken cancellationToken)
    {
        if (await db.StandardisationJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == input.JobId.Key, cancellationToken) is not { } job)
            return No(NotFound.At("jobId"));
        if (!db.Scope.May(Permission.EditCatalogue, job.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (job.State is not StandardisationState.Previewed)
            return No(StandardisationRefused.Of(job.State));
        if ((input.LineIds is null) == (input.Rule is null) || input.LineIds?.Count > MostLines)
            return No(new InvalidInput("lineIds", $"Chọn một quy tắc, hoặc tối đa {MostLines} dòng.", $"Name a rule, or at most {MostLines} lines."));
        var ids = input.LineIds?.Select(l => l.Key).ToList() ?? [];
        var decided = await db.StandardisationLines
            .Where(l => l.JobId == job.Id && (l.Rule == input.Rule || ids.Contains(l.Id)))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Decision, input.Decision), cancellationToken);
        return new DecideStandardisationPayload { Decided = decided };
    }

    private static DecideStandardisationPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Which lines, and what is decided.</summary>
internal sealed record DecideStandardisationInput : MutationInput
{
    /// <summary>The list.</summary>
    public required Ref<StandardisationJob> JobId { get; init; }

    /// <summary>The lines, at most 1,000; or a rule.</summary>
    public IReadOnlyList<Ref<StandardisationLine>>? LineIds { get; init; }

    /// <summary>All lines of this rule; or lines.</summary>
    public StandardisationRule? Rule { get; init; }

    /// <summary>The decision.</summary>
    public required LineDecision Decision { get; init; }
}

/// <summary>What was decided.</summary>
[FailsWith(typeof(StandardisationRefused))]
internal sealed record DecideStandardisationPayload : Payload
{
    /// <summary>How many lines.</summary>
    public int Decided { get; init; }
}

/// <summary>The list is in another state than the step needs.</summary>
/// <param name="State">The state.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record StandardisationRefused(StandardisationState State, string Vietnamese, string English) : MutationError("WRONG_STATE", Vietnamese, English)
{
    public static StandardisationRefused Of(StandardisationState state) => state switch
    {
        StandardisationState.Applied => new(state, "Danh sách này đã được áp dụng.", "The list is applied already."),
        StandardisationState.Undone => new(state, "Danh sách này đã được hoàn tác.", "The list is undone already."),
        _ => new(state, "Danh sách này chưa được áp dụng.", "The list is not applied yet."),
    };
}
