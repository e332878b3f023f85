using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Platform.Cli.Tests.Clients;

/// <summary>Documents are registered with a server that answers as ours does.</summary>
public sealed class DocumentCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-documents-").FullName;
    private readonly HttpListener _server = new();
    private readonly string _address = $"http://127.0.0.1:{FreePort()}/";

    [Fact]
    public async Task DocumentsOfFilesAndManifests_AreRegisteredAndNamed_FaultyOnesByTheirName()
    {
        var document = Path.Combine(_folder, "search.graphql");
        var manifest = Path.Combine(_folder, "manifest.json");
        await File.WriteAllTextAsync(document, "{ records { nodes { title } } }");
        await File.WriteAllTextAsync(manifest, """{"one":"{ libraries { nodes { name } } }","two":"{ nothing }"}""");
        Environment.SetEnvironmentVariable("PLATFORM_CLIENT_SECRET", "secret");
        _server.Prefixes.Add(_address);
        _server.Start();

        var serving = ServeAsync("""{"data":{"registerTrustedDocuments":{"documentIds":["sha256:aa"],"errors":[]}}}""");
        var done = await PlatformProcess.RunAsync("documents", "register", "portal", document, "--server", _address, "--as", "operator");
        serving.IsCompleted.ShouldBeTrue(done.Errors);
        var asked = await serving;
        serving = ServeAsync("""{"data":{"registerTrustedDocuments":{"documentIds":[],"errors":[{"message":"The document cannot be used.","field":"documents.2"}]}}}""");
        var refused = await PlatformProcess.RunAsync("documents", "register", "portal", document, manifest, "--server", _address, "--as", "operator");
        serving.IsCompleted.ShouldBeTrue(refused.Errors);
        var all = await serving;

        (done.ExitCode, done.Output.Trim()).ShouldBe((0, "sha256:aa  search.graphql"));
        asked.GetProperty("input").ToString().ShouldBe("""{"clientId":"portal","documents":["{ records { nodes { title } } }"]}""");
        all.GetProperty("input").GetProperty("documents").GetArrayLength().ShouldBe(3);
        (refused.ExitCode, refused.Errors.Trim()).ShouldBe((2, "two: The document cannot be used."));
    }

    public void Dispose()
    {
        _server.Close();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Lets one caller in and answers its mutation; the variables it sent.</summary>
    private async Task<JsonElement> ServeAsync(string answer)
    {
        var signIn = await _server.GetContextAsync();
        using (var form = new StreamReader(signIn.Request.InputStream))
            (await form.ReadToEndAsync()).ShouldBe("grant_type=client_credentials&client_id=operator&client_secret=secret");
        await AnswerAsync(signIn, """{"access_token":"token"}""");
        var mutation = await _server.GetContextAsync();
        mutation.Request.Headers["Authorization"].ShouldBe("Bearer token");
        var variables = (await JsonDocument.ParseAsync(mutation.Request.InputStream)).RootElement.GetProperty("variables").Clone();
        await AnswerAsync(mutation, answer);
        return variables;
    }

    private static async Task AnswerAsync(HttpListenerContext request, string json)
    {
        request.Response.ContentType = "application/json";
        await request.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(json));
        request.Response.Close();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
