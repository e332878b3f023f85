using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Platform.EducationSandbox;

/// <summary>Reads a delivery and checks it against its own manifest.</summary>
internal static class ParcelReader
{
    /// <summary>The parcel, or everything that is wrong with it.</summary>
    public static async Task<(Parcel? Parcel, IReadOnlyList<string> Faults)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return (null, ["A delivery is multipart/form-data."]);
        var form = await request.ReadFormAsync(cancellationToken);
        if (ManifestOf(form["manifest"]) is not { } manifest)
            return (null, ["The part 'manifest' is missing or cannot be read."]);

        List<string> faults = [];
        List<IncomingRecord> records = [];
        for (var i = 0; i < manifest.Files.Count; i++)
        {
            if (form.Files.GetFile($"file{i}") is { } file)
                await CheckAsync(manifest.Files[i], file, records, faults, cancellationToken);
            else
                faults.Add($"'{manifest.Files[i].Name}' is missing.");
        }
        if (HashOf(manifest.Files) != manifest.ContentHash)
            faults.Add("The content hash does not fit the files.");
        return faults.Count == 0 ? (new Parcel(manifest, records), []) : (null, faults);
    }

    private static async Task CheckAsync(ParcelFile wanted, IFormFile file, List<IncomingRecord> records, List<string> faults, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())) != wanted.Sha256)
            faults.Add($"The bytes of '{wanted.Name}' do not fit their hash.");
        else
            records.AddRange(ExchangeFiles.Read(wanted, bytes.ToArray(), faults));
    }

    private static ParcelManifest? ManifestOf(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<ParcelManifest>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null; // answered as a part that cannot be read
        }
    }

    private static string HashOf(IReadOnlyList<ParcelFile> files)
    {
        var lines = files.Select(file => $"{file.Name}\n{file.MediaType}\n{file.Sha256}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
