using System.Text;
using System.Text.Json;
using GraphQL;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Platform.Model.Access;

namespace Platform.Api.Transport.Uploads;

/// <summary>
/// Reads a GraphQL multipart request: the operation, then a map that says which file stands for which variable, then the files. Only
/// from callers who may upload, and within bounds that hold while it is read.
/// </summary>
internal sealed class MultipartRequests(RequestReader requests, IOptions<GraphOptions> options)
{
    private const string Root = "variables.";
    private const int KeptInMemory = 64 * 1024;

    private readonly GraphOptions _limits = options.Value;

    public static bool Takes(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    public async ValueTask<Reading> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var scope = http.RequestServices.GetRequiredService<Scope>();
        if (!scope.May(Permission.EditRepository) && !scope.May(Permission.EditCatalogue))
            return Problems.UploadsNeedPermission(scope);
        if (http.Request.ContentLength > _limits.UploadBytes)
            return Problems.BodyTooLarge(_limits.UploadBytes);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = _limits.UploadBytes;
        try
        {
            return Read(await http.Request.ReadFormAsync(FormLimits(), cancellationToken));
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException)
        {
            return Problems.Upload("The multipart body is broken, or larger than allowed.", "Thân multipart bị hỏng hoặc quá lớn.");
        }
    }

    private FormOptions FormLimits() => new()
    {
        MultipartBodyLengthLimit = _limits.UploadBytes,
        ValueCountLimit = _limits.UploadFiles + 2,
        ValueLengthLimit = _limits.BodyBytes,
        KeyLengthLimit = 200,
        MultipartHeadersCountLimit = 8,
        MultipartHeadersLengthLimit = 4 * 1024,
        MemoryBufferThreshold = KeptInMemory,
    };

    private Reading Read(IFormCollection form)
    {
        var reading = requests.Json.Read(Encoding.UTF8.GetBytes(form["operations"].ToString()));
        if (reading.Request is not { } request)
            return reading;
        if (requests.Json.Parse(Encoding.UTF8.GetBytes(form["map"].ToString()), "'map'", out var map) is { } bad)
            return bad;
        if (form.Files.Count == 0 || form.Files.Count > _limits.UploadFiles || map.ValueKind != JsonValueKind.Object || map.EnumerateObject().Count() != form.Files.Count)
            return Problems.Upload($"Send 1 to {_limits.UploadFiles} files, and a 'map' with an entry for each.", $"Hãy gửi 1 đến {_limits.UploadFiles} tệp, và 'map' có một mục cho mỗi tệp.");
        var variables = request.Variables?.ToDictionary(v => v.Key, v => v.Value) ?? [];
        foreach (var entry in map.EnumerateObject())
            if (form.Files.GetFile(entry.Name) is not { } file || !IsPlaced(variables, entry.Value, new UploadedFile(file)))
                return Problems.Upload(
                    $"The entry '{Problems.Cut(entry.Name)}' of 'map' must name a file, and one place in the variables that is null.",
                    $"Mục '{Problems.Cut(entry.Name)}' của 'map' phải nêu một tệp và một chỗ trong biến đang là null.");
        return request with { Variables = new Inputs(variables) };
    }

    // One file in one place: a file that stands in many would be read as often.
    private static bool IsPlaced(Dictionary<string, object?> variables, JsonElement paths, UploadedFile file)
    {
        if (paths.ValueKind != JsonValueKind.Array || paths.GetArrayLength() != 1 || paths[0].ValueKind != JsonValueKind.String)
            return false;
        var path = paths[0].GetString()!; // a string, as was asked
        if (!path.StartsWith(Root, StringComparison.Ordinal))
            return false;
        var steps = path[Root.Length..].Split('.');
        object? place = variables;
        foreach (var step in steps.SkipLast(1))
            place = place is IDictionary<string, object?> map && map.TryGetValue(step, out var below) ? below
                : place is IList<object?> list && int.TryParse(step, out var at) && at < list.Count && at >= 0 ? list[at]
                : null;
        return IsSet(place, steps[^1], file);
    }

    private static bool IsSet(object? place, string step, UploadedFile file)
    {
        if (place is IDictionary<string, object?> map && map.TryGetValue(step, out var value) && value is null)
        {
            map[step] = file;
            return true;
        }
        if (place is not IList<object?> list || !int.TryParse(step, out var at) || at < 0 || at >= list.Count || list[at] is not null)
            return false;
        list[at] = file;
        return true;
    }
}
