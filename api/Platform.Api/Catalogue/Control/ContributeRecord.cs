using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Control;
using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Storage.Catalogue.Harvesting;

namespace Platform.Api.Catalogue.Control;

/// <summary>Contributes a publication that a member holds to the union catalogue of its group, at a sharing level. What NĐ 93/2020 Đ.28 asks for must be there; contributing again changes the level, and harvesters are told.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class ContributeRecord(LibraryDb db, TimeProvider clock) : IMutation<ContributeRecordInput, ContributeRecordPayload>
{
    public async Task<ContributeRecordPayload> RunAsync(ContributeRecordInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        var today = clock.Today();
        if (!await db.Memberships.AnyAsync(m => m.LibraryId == input.LibraryId.Key && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today), cancellationToken))
            return No(NotContributed.NotAMember);
        if (await db.Records.Include(r => r.Content).AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.RecordId.Key, cancellationToken) is not { } record)
            return No(NotFound.At("recordId"));
        var copies = await db.Items.AsNoTracking().Where(i => i.RecordId == record.Id && i.LibraryId == input.LibraryId.Key).ToListAsync(cancellationToken);
        if (UnionMinimum.Missing(record.Content.ToMarc(), copies) is { Count: > 0 } missing)
            return No(NotContributed.Lacks(missing));

        var contribution = await db.UnionContributions.SingleOrDefaultAsync(c => c.RecordId == record.Id && c.LibraryId == input.LibraryId.Key, cancellationToken);
        if (contribution is null)
            db.UnionContributions.Add(contribution = new UnionContribution { LibraryId = input.LibraryId.Key, RecordId = record.Id, Level = input.Level, ContributedOn = today });
        var isNews = db.Entry(contribution).State is EntityState.Added || contribution.Level != input.Level || contribution.WithdrawnOn is not null;
        (contribution.Level, contribution.WithdrawnOn) = (input.Level, null);
        if (isNews)
            Announcement.OfSharing(db, record);
        await db.SaveChangesAsync(cancellationToken);
        return new ContributeRecordPayload { Contribution = contribution.Id };
    }

    private static ContributeRecordPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>What a member contributes.</summary>
internal sealed record ContributeRecordInput : MutationInput
{
    /// <summary>The member.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The record of the publication.</summary>
    public required Ref<BibliographicRecord> RecordId { get; init; }

    /// <summary>What readers of other members may do (Đ.26.2).</summary>
    public required SharingLevel Level { get; init; }
}

/// <summary>The contribution.</summary>
[FailsWith(typeof(NotContributed))]
internal sealed record ContributeRecordPayload : Payload
{
    /// <summary>The contribution.</summary>
    public Ref<UnionContribution>? Contribution { get; init; }
}

/// <summary>The publication cannot be contributed.</summary>
/// <param name="Reason">BELOW_UNION_MINIMUM, or NOT_A_MEMBER: the library is in no group today.</param>
/// <param name="Missing">What the record or the copies lack.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record NotContributed(string Reason, IReadOnlyList<UnionElement> Missing, string Vietnamese, string English) : MutationError(Reason, Vietnamese, English)
{
    private static readonly Dictionary<UnionElement, string> Names = new()
    {
        [UnionElement.Title] = "nhan đề",
        [UnionElement.Author] = "tên tác giả",
        [UnionElement.Publication] = "thông tin xuất bản",
        [UnionElement.Keyword] = "từ khóa",
        [UnionElement.Subject] = "chủ đề",
        [UnionElement.RegistrationNumber] = "số đăng ký cá biệt",
        [UnionElement.CallNumber] = "mã xếp giá",
    };

    public static NotContributed NotAMember { get; } = new("NOT_A_MEMBER", [], "Hôm nay thư viện không thuộc nhóm liên thông nào.", "The library is in no group today.");

    public static NotContributed Lacks(IReadOnlyList<UnionElement> missing) => new(
        "BELOW_UNION_MINIMUM", missing,
        $"Biểu ghi mục lục liên hợp còn thiếu: {string.Join(", ", missing.Select(m => Names[m]))} (Nghị định 93/2020, Điều 28).",
        $"The record lacks for the union catalogue: {string.Join(", ", missing)} (Decree 93/2020, article 28).");
}
