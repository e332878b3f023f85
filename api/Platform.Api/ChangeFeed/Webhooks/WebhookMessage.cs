using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Api.GraphQL.Reading;
using Platform.Model.ChangeFeed;
using Platform.Model.ChangeFeed.Webhooks;
using Platform.Model.Notices;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>A message to a webhook: changes in the order of the feed, told by ids; the rows themselves are read over GraphQL, as the receiver's own account may.</summary>
/// <param name="Id">The same for every attempt to send the message.</param>
/// <param name="Changes">What it tells, oldest first; empty for a test.</param>
/// <param name="Through">Where the stretch of the feed ends that it covers.</param>
/// <param name="HasMore">Whether the feed goes on behind it.</param>
internal sealed record WebhookMessage(string Id, IReadOnlyList<RowChange> Changes, long Through, bool HasMore)
{
    /// <summary>What a new notice is about, by its key: told as the change's event, without the reader, the address or the words.</summary>
    public IReadOnlyDictionary<long, NoticeKind> Notices { get; init; } = new Dictionary<long, NoticeKind>();

    /// <summary>Most changes of one message.</summary>
    public const int MostChanges = 100;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string IdOf(Webhook webhook, long through) => string.Create(CultureInfo.InvariantCulture, $"webhook-{webhook.Id}-{through}");

    /// <summary>A message without changes, for trying the receiver.</summary>
    public static WebhookMessage Test(Webhook webhook) => new(string.Create(CultureInfo.InvariantCulture, $"webhook-{webhook.Id}-test-{Guid.NewGuid():N}"), [], webhook.Position, false);

    /// <summary>The body, the same bytes for the same changes.</summary>
    public byte[] Body()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", Changes.Count == 0 ? "test" : "changes");
            json.WriteStartArray("changes");
            foreach (var change in Changes)
                Write(json, change);
            json.WriteEndArray();
            json.WriteNumber("lastSequence", Through);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static string? EventOf(NoticeKind kind) => kind switch
    {
        NoticeKind.DueSoon => "notice.due_soon",
        NoticeKind.Overdue => "notice.overdue",
        NoticeKind.HoldReady => "notice.hold_ready",
        _ => null,
    };

    private void Write(Utf8JsonWriter json, RowChange change)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", change.Sequence);
        json.WriteString("type", change.Type);
        json.WriteString("kind", change.Kind.ToString().ToUpperInvariant());
        json.WriteString("id", GlobalId.Of(change.Type, change.Key));
        if (change is { Type: nameof(Notice), Kind: ChangeKind.Created } && Notices.TryGetValue(change.Key, out var kind))
            json.WriteString("event", EventOf(kind));
        json.WriteString("at", change.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
