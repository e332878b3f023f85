using System.Diagnostics;
using System.Net.Http.Headers;
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
    public async Task Signal_ClosesSocketsAndStreamsAndEndsTheProcessCleanly()
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

        using (Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            var closed = await socket.ReceiveAsync(new byte[100], default);
            var rest = await stream.Content.ReadAsStringAsync();
            await process.ExitAsync();

            ((int)closed.CloseStatus!.Value).ShouldBe(1001);
            rest.ShouldStartWith(":");
        }
        process.ExitCode.ShouldBe(0);
        Directory.Delete(folder, recursive: true);
    }
}
