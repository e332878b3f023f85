using Platform.Api.GraphQL.Mutations;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Judges what is said of a webhook before it is saved.</summary>
internal sealed class WebhookCheck(WebhookNetwork network, PlatformSchema schema)
{
    /// <summary>What is wrong; null when nothing is. What is null is not judged.</summary>
    public MutationError? FaultOf(string? title, string? address, IReadOnlyList<string>? types)
    {
        if (title is { Length: 0 or > Webhook.LongestTitle })
            return new InvalidInput("title", "Tên có từ 1 đến 100 ký tự.", "A title has 1 to 100 characters.");
        if (address is not null && (address.Length > Webhook.LongestAddress || !network.IsAcceptable(address)))
        {
            return new InvalidInput(
                "address",
                $"Không gửi được đến '{Cut(address)}': cần địa chỉ https:// công khai, không kèm tên người dùng.",
                $"Nothing can be sent to '{Cut(address)}': it takes a public https:// address without a user name.");
        }
        return types?.FirstOrDefault(type => schema.Entities.TypeOf(type) is null) is { } unknown
            ? new InvalidInput("types", $"Không có kiểu '{Cut(unknown)}'.", $"There is no type '{Cut(unknown)}'.")
            : null;
    }

    private static string Cut(string text) => Transport.Problems.Cut(text);
}
