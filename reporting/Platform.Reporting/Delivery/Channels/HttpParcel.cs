using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Delivery.Channels;

/// <summary>A delivery as one request: a part <c>manifest</c> that says what it is, then the files in order.</summary>
internal static class HttpParcel
{
    /// <summary>The request; its bytes are the same for every attempt.</summary>
    public static HttpRequestMessage Pack(ReportDelivery delivery, Uri place)
    {
        var parts = new MultipartFormDataContent("parcel-" + delivery.ContentHash[..40])
        {
            { JsonContent.Create(ManifestOf(delivery)), "manifest" },
        };
        foreach (var file in delivery.Files)
        {
            var bytes = new ByteArrayContent(file.Content.Bytes);
            bytes.Headers.ContentType = MediaTypeHeaderValue.Parse(file.MediaType);
            parts.Add(bytes, string.Create(CultureInfo.InvariantCulture, $"file{file.Ordinal}"), file.Name);
        }
        var request = new HttpRequestMessage(HttpMethod.Put, place) { Content = parts };
        request.Headers.Add("Idempotency-Key", $"\"{Uri.EscapeDataString(delivery.Key)}\"");
        return request;
    }

    private static DeliveryManifest ManifestOf(ReportDelivery delivery) => new(
        delivery.Key,
        delivery.Subject,
        delivery.Edition,
        delivery.DefinitionCode,
        delivery.DefinitionVersion,
        delivery.Library.Code,
        delivery.Period,
        delivery.Title,
        delivery.ContentHash,
        [.. delivery.Files.Select(file => new ManifestFile(file.Name, file.MediaType, file.Hash))]);
}

/// <summary>What the manifest of a delivery says.</summary>
internal sealed record DeliveryManifest(
    string Key,
    string Subject,
    int Edition,
    string Definition,
    int DefinitionVersion,
    string Library,
    string Period,
    string Title,
    string ContentHash,
    IReadOnlyList<ManifestFile> Files);

/// <summary>One file of a manifest.</summary>
internal sealed record ManifestFile(string Name, string MediaType, string Sha256);
