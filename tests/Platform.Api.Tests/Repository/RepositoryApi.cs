using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Api.Tests.Repository;

/// <summary>What tests of the repository say to the API.</summary>
internal static class RepositoryApi
{
    public static readonly byte[] Pdf = "%PDF-1.7\nBài giảng"u8.ToArray();

    /// <summary>A caller with a role at libraries.</summary>
    public static Scope At(Role role, params Library[] libraries) => new()
    {
        Actor = $"{role}:{string.Join(',', libraries.Select(l => l.Id))}",
        LibraryIds = [.. libraries.Select(l => l.Id)],
        Permissions = RolePermissions.Of(role),
    };

    /// <summary>Runs a mutation with its input written as GraphQL and gives its payload.</summary>
    public static async Task<JsonElement> MutateAsync(this PlatformApi api, string mutation, string input, string wanted) =>
        (await api.DataAsync($"mutation {{ {mutation}(input: {{ {input} }}) {{ {wanted} errors {{ ... on Error {{ code message }} }} }} }}")).GetProperty(mutation);

    /// <summary>The code of the only error; null when there is none.</summary>
    public static string? Code(this JsonElement payload) =>
        payload.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()).SingleOrDefault();

    /// <summary>A finished upload of the library, as if it had just come in.</summary>
    public static async Task<string> UploadedAsync(this PlatformApi api, Library library, byte[] bytes)
    {
        using var scope = api.Services.CreateScope();
        var uploads = scope.ServiceProvider.GetRequiredService<Uploads>();
        var begun = await uploads.BeginAsync(library.Id, "Bài 1.pdf", bytes.Length, CancellationToken.None);
        var done = await uploads.AppendAsync(begun.Upload!.Id, 0, new MemoryStream(bytes), CancellationToken.None);
        done.Refusal.ShouldBeNull();
        return begun.Upload.Id.ToString("D");
    }

    /// <summary>A contributed resource with one PDF in the store.</summary>
    public static async Task<EResource> SharedAsync(this PlatformApi api, Library library, SharingLevel level, RightsBasis rights = RightsBasis.TeacherMade)
    {
        var store = api.Services.GetRequiredService<FileStore>();
        var bytes = RandomNumberGenerator.GetBytes(100);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = Path.Combine(store.Folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, bytes);
        await store.AdoptAsync(path, hash, CancellationToken.None);
        var resource = A.Resource(library, rights, rights is RightsBasis.LibraryCopy ? 1 : null);
        resource.Level = level;
        resource.Versions.Add(new EResourceVersion
        {
            LibraryId = library.Id,
            Number = 1,
            CreatedAt = A.Noon,
            Files =
            [
                new EResourceFile
                {
                    LibraryId = library.Id, ContentId = 0, Name = "a.pdf", Position = 0,
                    Content = new FileContent
                    {
                        Sha256 = hash, Size = bytes.Length, Format = FileFormat.Pdf, StoredAt = A.Noon,
                        Reading = new FileReading { ContentId = 0, TextState = ReadingState.Read, ThumbnailState = ReadingState.Read, ThumbnailSha256 = hash, ReadAt = A.Noon },
                    },
                },
            ],
        });
        return await api.Database.HasAsync(resource);
    }
}
