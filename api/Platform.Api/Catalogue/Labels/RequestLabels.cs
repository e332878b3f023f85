using Microsoft.Extensions.Options;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Reporting.Labels;
using Platform.Storage.Catalogue;
using Platform.Storage.Repository;

namespace Platform.Api.Catalogue.Labels;

/// <summary>Gives a short-lived link to a PDF with spine or bar code labels for a stretch of a library's register.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class RequestLabels(LibraryDb db, SignedLinks links, IOptions<FileStoreOptions> files, TimeProvider clock) : IMutation<RequestLabelsInput, RequestLabelsPayload>
{
    private const int LongestNumber = 50;

    public async Task<RequestLabelsPayload> RunAsync(RequestLabelsInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (LabelSheet.Of(input.Sheet) is not { } sheet)
            return No(new InvalidInput("sheet", $"Không có khổ nhãn '{input.Sheet}'.", $"There is no sheet '{input.Sheet}'; there are {string.Join(", ", LabelSheet.All.Select(s => s.Code))}."));
        if (input.FromNumber.Length is 0 or > LongestNumber || input.ToNumber.Length is 0 or > LongestNumber)
            return No(new InvalidInput("fromNumber", $"Số ĐKCB có từ 1 đến {LongestNumber} ký tự.", $"A registration number has 1 to {LongestNumber} characters."));
        if (input.Skip is < 0 || input.Skip >= sheet.Labels)
            return No(new InvalidInput("skip", $"Tờ nhãn có {sheet.Labels} nhãn.", $"A sheet has {sheet.Labels} labels."));
        var items = await LabelledItems.ReadAsync(db, input.LibraryId.Key, input.FromNumber, input.ToNumber, cancellationToken);
        if (items.Count == 0)
            return No(NotFound.At("fromNumber"));
        var ticket = new LabelTicket(
            input.LibraryId.Key, input.Kind, sheet.Code, input.Skip ?? 0, input.FromNumber, input.ToNumber, clock.GetUtcNow() + files.Value.LinkLifetime);
        return new RequestLabelsPayload { Url = LabelEndpoint.Path + ticket.Sign(links), ExpiresAt = ticket.ExpiresAt, LabelCount = items.Count };
    }

    private static RequestLabelsPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Which labels, on what.</summary>
internal sealed record RequestLabelsInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>What the labels are for.</summary>
    public required LabelKind Kind { get; init; }

    /// <summary>The first registration number (số ĐKCB), in the order of text.</summary>
    public required string FromNumber { get; init; }

    /// <summary>The last registration number.</summary>
    public required string ToNumber { get; init; }

    /// <summary>The sheet of labels: A4-65, A4-40, A4-24 or A4-21.</summary>
    public required string Sheet { get; init; }

    /// <summary>How many labels the first sheet lacks already; none when nothing is said.</summary>
    public int? Skip { get; init; }
}

/// <summary>A link to labels.</summary>
internal sealed record RequestLabelsPayload : Payload
{
    /// <summary>The link, relative to this server: it needs no sign-in.</summary>
    public string? Url { get; init; }

    /// <summary>When it stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How many labels there are; at most 2,000 in one file.</summary>
    public int? LabelCount { get; init; }
}
