using System.Text.Json;

namespace Platform.Reporting.Delivery.Channels;

/// <summary>What a receiver says about a refusal, in one line.</summary>
internal static class HttpWords
{
    private const int Longest = 1500;

    /// <summary>The messages of a JSON answer (<c>messages</c>, <c>detail</c> or <c>title</c>), else the text, else the status.</summary>
    public static async Task<string> OfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = (await answer.Content.ReadAsStringAsync(cancellationToken)).Trim();
        var words = FromJson(text) ?? text;
        if (words.Length == 0)
            words = $"{(int)answer.StatusCode} {answer.ReasonPhrase}";
        return words.Length > Longest ? words[..Longest] : words;
    }

    private static string? FromJson(string text)
    {
        if (!text.StartsWith('{'))
            return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.TryGetProperty("messages", out var messages) && messages.ValueKind is JsonValueKind.Array)
                return string.Join("; ", messages.EnumerateArray().Select(message => message.ToString()));
            return Text(json.RootElement, "detail") ?? Text(json.RootElement, "title");
        }
        catch (JsonException)
        {
            return null; // words that only look like JSON are shown as they are
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
