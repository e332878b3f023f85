using System.Net;
using System.Text;
using System.Text.Json;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Libraries;

namespace Platform.Api.Tests.Transport;

/// <summary>Files by the GraphQL multipart request specification.</summary>
public sealed class UploadRequestTests
{
    private const string Upload = "mutation ($library: ID!, $file: Upload!) { uploadFile(input: { libraryId: $library, file: $file }) { uploadId errors { __typename ... on Error { code message } } } }";

    [Fact]
    public async Task FileOfARequest_BecomesAVersionOfAResource()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await LibraryAsync(api);

        var (status, answer) = await SendAsync(api, library, """{"0":["variables.file"]}""", RepositoryApi.Pdf);

        status.ShouldBe(HttpStatusCode.OK, answer);
        var payload = JsonDocument.Parse(answer).RootElement.GetProperty("data").GetProperty("uploadFile");
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, answer);
        Guid.TryParse(payload.GetProperty("uploadId").GetString(), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Program_IsRefusedByTheFileStore()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await LibraryAsync(api);

        var (_, answer) = await SendAsync(api, library, """{"0":["variables.file"]}""", [0x4D, 0x5A, .. new byte[500]]);

        answer.ShouldContain("FILE_REFUSED");
    }

    [Theory]
    [InlineData("""{"0":["variables.library"]}""")]
    [InlineData("""{"0":["query"]}""")]
    [InlineData("""{"0":["variables.file","variables.file"]}""")]
    [InlineData("""{"0":["variables.nothing"]}""")]
    [InlineData("""{"1":["variables.file"]}""")]
    [InlineData("""{"0":["variables.file.a.b.c"]}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public async Task MapThatPlacesNoFile_IsRefused(string map)
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await LibraryAsync(api);

        var (status, answer) = await SendAsync(api, library, map, RepositoryApi.Pdf);

        status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ShouldContain("INVALID_UPLOAD");
    }

    [Fact]
    public async Task RequestWithoutPreflight_IsRefused()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await LibraryAsync(api);

        var (status, answer) = await SendAsync(api, library, """{"0":["variables.file"]}""", RepositoryApi.Pdf, preflight: false);

        status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ShouldContain("CSRF_PROTECTION");
    }

    [Fact]
    public async Task CallerWhoMayNotUpload_IsRefusedBeforeTheBodyIsRead()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await LibraryAsync(api);
        api.Scope = Scope.Anonymous;

        var (status, answer) = await SendAsync(api, library, """{"0":["variables.file"]}""", RepositoryApi.Pdf);

        status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.ShouldContain("EDIT_REPOSITORY");
    }

    [Fact]
    public async Task BodyOverTheLimit_IsTooLarge()
    {
        await using var api = await PlatformApi.StartAsync(new() { ["Graph:UploadBytes"] = "300000" });
        var library = await LibraryAsync(api);

        var (status, _) = await SendAsync(api, library, """{"0":["variables.file"]}""", new byte[400_000]);

        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task<Library> LibraryAsync(PlatformApi api)
    {
        var library = await api.Database.HasAsync(A.Library());
        api.Scope = RepositoryApi.At(Role.Librarian, library);
        return library;
    }

    private static async Task<(HttpStatusCode Status, string Answer)> SendAsync(PlatformApi api, Library library, string map, byte[] file, bool preflight = true)
    {
        var operations = JsonSerializer.Serialize(new { query = Upload, variables = new { library = GlobalId.Of("Library", library.Id), file = (string?)null } });
        using var body = new MultipartFormDataContent
        {
            { new StringContent(operations, Encoding.UTF8), "operations" },
            { new StringContent(map, Encoding.UTF8), "map" },
            { new ByteArrayContent(file), "0", "Bài giảng.pdf" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = body };
        request.Headers.Add("Accept", "application/graphql-response+json");
        if (preflight)
            request.Headers.Add("GraphQL-Require-Preflight", "1");
        using var response = await api.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
