using System.CommandLine;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Cli.Clients;

/// <summary><c>platform documents register CLIENT FILE… --server URL --as ID</c>: gives a running server the documents that were compiled into a client.</summary>
internal static class DocumentCommands
{
    private const string SecretVariable = "PLATFORM_CLIENT_SECRET";
    private const string Mutation = """
        mutation ($input: RegisterTrustedDocumentsInput!) {
          registerTrustedDocuments(input: $input) { documentIds errors { ... on Error { message } ... on InvalidInput { field } } }
        }
        """;

    public static Command Create()
    {
        var client = new Argument<string>("CLIENT") { Description = "Identifier of the client that will ask by these documents." };
        var files = new Argument<string[]>("FILE") { Description = "A document (.graphql), or a manifest (.json) that maps names to documents, as Relay and graphql-codegen write it.", Arity = ArgumentArity.OneOrMore };
        var server = new Option<string>("--server") { Description = "Address of the server, such as https://library.example.org.", Required = true };
        var caller = new Option<string>("--as") { Description = $"Identifier of a service that administers the platform; its secret is read from {SecretVariable}.", Required = true };
        var register = new Command("register", "Registers documents; each is checked against limits and schema first. One that is registered already stays as it is.") { client, files, server, caller };
        register.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetRequiredValue(server), arguments.GetRequiredValue(caller), arguments.GetRequiredValue(client), arguments.GetRequiredValue(files), cancellationToken));
        return new Command("documents", "Documents that clients may ask by their names.") { register };
    }

    private static async Task<int> RunAsync(string server, string caller, string client, string[] files, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(SecretVariable) is not { Length: > 0 } secret)
            return await CommandHost.FailAsync($"{SecretVariable} is not set.");
        if (!Uri.TryCreate(server, UriKind.Absolute, out var address))
            return await CommandHost.FailAsync($"'{server}' is no address.");
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
            return await CommandHost.FailAsync($"There is no file '{missing}'.");
        try
        {
            var documents = new List<(string Name, string Text)>();
            foreach (var file in files)
                documents.AddRange(await DocumentFile.ReadAsync(file, cancellationToken));
            using var http = new HttpClient { BaseAddress = address };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(http, caller, secret, cancellationToken));
            foreach (var batch in DocumentFile.Batches(documents))
                if (await RegisterAsync(http, client, batch, cancellationToken) is var exit and not CommandHost.Done)
                    return exit;
            return CommandHost.Done;
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException)
        {
            return await CommandHost.FailAsync(fault.Message);
        }
    }

    private static async Task<string> TokenAsync(HttpClient http, string caller, string secret, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", caller), new("client_secret", secret)]);
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"The server does not let '{caller}' in: {(int)answer.StatusCode}.");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("access_token").GetString() ?? "";
    }

    private static async Task<int> RegisterAsync(HttpClient http, string client, IReadOnlyList<(string Name, string Text)> documents, CancellationToken cancellationToken)
    {
        var body = new { query = Mutation, variables = new { input = new { clientId = client, documents = documents.Select(d => d.Text) } } };
        using var answer = await http.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), body, cancellationToken);
        var result = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        if (result.TryGetProperty("errors", out var refused))
            return await CommandHost.FailAsync(refused[0].GetProperty("message").GetString() ?? "");
        var payload = result.GetProperty("data").GetProperty("registerTrustedDocuments");
        foreach (var error in payload.GetProperty("errors").EnumerateArray())
            await CommandHost.FailAsync($"{NameOf(error, documents)}{error.GetProperty("message").GetString()}");
        if (payload.GetProperty("errors").GetArrayLength() > 0)
            return CommandHost.Failed;
        foreach (var (id, (name, _)) in payload.GetProperty("documentIds").EnumerateArray().Select(id => id.GetString()).Zip(documents))
            Console.WriteLine($"{id}  {name}");
        return CommandHost.Done;
    }

    // "documents.3" is the fourth of the batch.
    private static string NameOf(JsonElement error, IReadOnlyList<(string Name, string Text)> documents) =>
        error.TryGetProperty("field", out var field) && field.GetString()?.Split('.') is ["documents", var number] && int.TryParse(number, out var index) && index < documents.Count
            ? documents[index].Name + ": "
            : "";
}
