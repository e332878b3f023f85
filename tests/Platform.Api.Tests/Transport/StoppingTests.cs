using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Platform.Api.Tests.Transport;

/// <summary>What is stopped: a statement whose caller waits no more, and the process itself.</summary>
public sealed class StoppingTests
{
    [Fact]
    public async Task StatementWithoutEnd_IsStoppedInTheDatabaseWhenItsTimeIsOver()
    {
        await using var api = await PlatformApi.StartAsync(new() { ["Graph:ExecutionSeconds"] = "1" });
        await api.Database.HasAsync(A.Group(await api.Database.HasAsync(A.Library())));
        await using (var db = api.Database.Open())
            await db.Database.ExecuteSqlRawAsync("""
                ALTER TABLE "Groups" RENAME TO "Kept";
                CREATE VIEW "Groups" AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)
                    SELECT k.* FROM "Kept" AS k, (SELECT COUNT(*) AS n FROM c) AS endless;
                """);

        var answer = await api.AnswerAsync("{ groups { nodes { id } } }");

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("EXECUTION_TIMEOUT");
    }

    [Fact]
    public async Task Signal_ClosesSocketsAndStreams_AnswersWhatIsUnderWay_RefusesWhatComes_AndEndsTheProcessCleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The signal is sent by kill.");
        var folder = Directory.CreateTempSubdirectory("platform-stop-").FullName;
        using var process = ProductionProcess.Start($"--Storage:DataFolder={folder}", "--urls=http://127.0.0.1:0");
        var address = await process.AddressAsync();
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new Uri($"ws://{address.Authority}/graphql"), default);
        using var http = new HttpClient { BaseAddress = address };
        using var listening = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"subscription { recordChanged { sequence } }"}""", Encoding.UTF8, "application/json") };
        listening.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var stream = await http.SendAsync(listening, HttpCompletionOption.ResponseHeadersRead);

        // A request of which the server has the first half.
        using var underWay = new TcpClient();
        await underWay.ConnectAsync(address.Host, address.Port);
        const string Body = """{"query":"{ __typename }"}""";
        await underWay.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /graphql HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body[..5]}"));
        await http.GetAsync("/healthz"); // what came before it is being read by now

        using (Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await UntilRefusedAsync(address);
            await underWay.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Body[5..]));
            using var reader = new StreamReader(underWay.GetStream());
            (await reader.ReadLineAsync()).ShouldBe("HTTP/1.1 200 OK");
            (await reader.ReadToEndAsync()).ShouldContain("""{"__typename":"Query"}""");
            var closed = await socket.ReceiveAsync(new byte[100], default);
            var rest = await stream.Content.ReadAsStringAsync();
            await process.ExitAsync();

            ((int)closed.CloseStatus!.Value).ShouldBe(1001);
            rest.ShouldStartWith(":");
        }
        process.ExitCode.ShouldBe(0);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task UntilRefusedAsync(Uri address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var knock = new TcpClient();
            try
            {
                await knock.ConnectAsync(address.Host, address.Port, patience.Token);
            }
            catch (SocketException refused) when (refused.SocketErrorCode is SocketError.ConnectionRefused)
            {
                return;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }
}
