using Microsoft.Extensions.Options;
using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>
/// Cuts long finished loans, holds and charges from the people they belonged to, now; a job does the same every night. Counts stay what
/// they were. Running it again forgets nothing more.
/// </summary>
[Requires(Permission.EditPatrons)]
[SavesByItself]
internal sealed class ForgetReaders(LibraryDb db, IOptions<PrivacyOptions> options, TimeProvider clock) : IMutation<ForgetReadersInput, ForgetReadersPayload>
{
    public async Task<ForgetReadersPayload> RunAsync(ForgetReadersInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditPatrons, input.LibraryId.Key) is { Count: > 0 } denied)
            return new ForgetReadersPayload { Errors = denied };
        var done = await LinkForgetting.RunAsync(db, input.LibraryId.Key, options.Value.MonthsLinked, clock.Today(), cancellationToken);
        return new ForgetReadersPayload { UntilOn = done.UntilOn, Loans = done.Loans, Holds = done.Holds, Charges = done.Charges };
    }
}

/// <summary>Which library forgets.</summary>
internal sealed record ForgetReadersInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }
}

/// <summary>What was forgotten.</summary>
internal sealed record ForgetReadersPayload : Payload
{
    /// <summary>The last day whose finished loans, holds and charges name nobody any more.</summary>
    public DateOnly? UntilOn { get; init; }

    /// <summary>How many loans were cut from their readers.</summary>
    public int? Loans { get; init; }

    /// <summary>How many holds were cut.</summary>
    public int? Holds { get; init; }

    /// <summary>How many charges were cut.</summary>
    public int? Charges { get; init; }
}
