using Microsoft.EntityFrameworkCore;
using Platform.Api.Catalogue.Editing;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Checks;
using Platform.Model.Catalogue.Control;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Api.Catalogue.Control;

/// <summary>Accepts a member's proposal, and the record is changed so, or returns it with a message and the rules it offends. A record that changed since is not overwritten: the proposal is returned.</summary>
[Requires(Permission.ControlCatalogue)]
internal sealed class DecideProposal(LibraryDb db, TimeProvider clock) : IMutation<DecideProposalInput, DecideProposalPayload>
{
    public async Task<DecideProposalPayload> RunAsync(DecideProposalInput input, CancellationToken cancellationToken)
    {
        if (await db.ChangeProposals.SingleOrDefaultAsync(p => p.Id == input.ProposalId.Key, cancellationToken) is not { } proposal)
            return No(NotFound.At("proposalId"));
        if (!db.Scope.May(Permission.ControlCatalogue, proposal.KeeperId))
            return No(NotPermitted.ForLibrary);
        if (proposal.Version != input.Version)
            return No(StaleVersion.Now);
        if (proposal.State is not ProposalState.Open)
            return No(ProposalNotDecided.Already);
        if (!input.Accepts && string.IsNullOrWhiteSpace(input.Message))
            return No(new InvalidInput("message", "Khi trả lại, hãy nói lý do.", "Say why when you return it."));
        if (input.Message?.Length > Model.Lengths.Title)
            return No(new InvalidInput("message", "Thông báo dài tối đa 1.000 ký tự.", "A message has at most 1,000 characters."));
        if (input.Accepts && await ApplyAsync(proposal, cancellationToken) is { } refusal)
            return No(refusal);

        (proposal.State, proposal.DecidedAt) = (input.Accepts ? ProposalState.Accepted : ProposalState.Returned, clock.GetUtcNow());
        proposal.Message = string.IsNullOrWhiteSpace(input.Message) ? null : input.Message.Trim();
        proposal.Rules = input.Rules is { Count: > 0 } rules ? string.Join(',', rules.Distinct()) : null;
        await db.SaveChangesAsync(cancellationToken);
        return new DecideProposalPayload { Proposal = proposal.Id };
    }

    private async Task<MutationError?> ApplyAsync(ChangeProposal proposal, CancellationToken cancellationToken)
    {
        var record = await db.Records.Include(r => r.Content).SingleOrDefaultAsync(r => r.Id == proposal.RecordId, cancellationToken);
        if (record is null || record.Version != proposal.RecordVersion)
            return ProposalNotDecided.Outdated;
        var now = clock.GetUtcNow();
        CatalogueMapping.Describe(record, Stamp.Of(new RecordContent { Bytes = proposal.After, Format = proposal.AfterFormat }.ToMarc(), now));
        record.UpdatedAt = now;
        return null;
    }

    private static DecideProposalPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The hub's decision.</summary>
internal sealed record DecideProposalInput : MutationInput
{
    /// <summary>The proposal.</summary>
    public required Ref<ChangeProposal> ProposalId { get; init; }

    /// <summary>The version of the proposal that was read.</summary>
    public required int Version { get; init; }

    /// <summary>Whether the record is changed so; otherwise the proposal goes back.</summary>
    public required bool Accepts { get; init; }

    /// <summary>What the member should know; needed when it goes back.</summary>
    public string? Message { get; init; }

    /// <summary>The rules that the proposal offends.</summary>
    public IReadOnlyList<CatalogueRule>? Rules { get; init; }
}

/// <summary>The proposal as it stands afterwards.</summary>
[FailsWith(typeof(ProposalNotDecided))]
internal sealed record DecideProposalPayload : Payload
{
    /// <summary>The proposal.</summary>
    public Ref<ChangeProposal>? Proposal { get; init; }
}

/// <summary>The proposal cannot be decided so.</summary>
/// <param name="Reason">ALREADY_DECIDED, or PROPOSAL_OUTDATED: the record was changed since.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record ProposalNotDecided(string Reason, string Vietnamese, string English) : MutationError(Reason, Vietnamese, English)
{
    public static ProposalNotDecided Already { get; } = new("ALREADY_DECIDED", "Đề xuất này đã được quyết định.", "The proposal is decided already.");

    public static ProposalNotDecided Outdated { get; } = new(
        "PROPOSAL_OUTDATED", "Biểu ghi đã thay đổi sau khi đề xuất: hãy trả lại để thư viện đề xuất lại.", "The record was changed after the proposal was made: return it, so that the member proposes anew.");
}
