using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Platform.Marc;

namespace Platform.Api.Tests.Catalogue.Interchange;

/// <summary>A Zebra server (Debian: idzebra-2.0) over a few records, on a port and in a folder of its own.</summary>
internal sealed class ZebraServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private ZebraServer(Process process, string folder, int port) => (_process, _folder, Address) = (process, folder, $"http://127.0.0.1:{port}/Default");

    public string Address { get; }

    /// <summary>Indexes the records and serves them; skips the test where Zebra is not installed.</summary>
    public static async Task<ZebraServer> StartAsync(params MarcRecord[] records)
    {
        var folder = Directory.CreateTempSubdirectory("platform-zebra-").FullName;
        await WriteAsync(folder, records);
        var modules = Directory.Exists("/usr/lib") ? Directory.EnumerateFiles("/usr/lib", "mod-grs-marc.so", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).FirstOrDefault() : null;
        Assert.SkipWhen(modules is null, "Zebra is not installed (Debian: idzebra-2.0).");
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "zebra.cfg"), $"profilePath:/usr/share/idzebra-2.0/tab\nmodulePath:{Path.GetDirectoryName(modules)}\nattset:bib1.att\nrecordtype:grs.marcxml.marc21\nencoding:UTF-8\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "server.xml"), $"""
            <yazgfs><listen id="a">tcp:127.0.0.1:{port}</listen><server id="s" listenref="a"><config>zebra.cfg</config><cql2rpn>/usr/share/yaz/etc/pqf.properties</cql2rpn>
            <retrievalinfo><retrieval syntax="xml" name="marcxml" identifier="info:srw/schema/1/marcxml-v1.1"><backend syntax="xml" name="F"/></retrieval></retrievalinfo></server></yazgfs>
            """);
        foreach (var step in new[] { "init", "update records.mrc" })
            await RunAsync(folder, "zebraidx", $"-c zebra.cfg {step}");
        var process = OutsideProgram.StartOrSkip(new ProcessStartInfo("zebrasrv", "-f server.xml -l server.log") { WorkingDirectory = folder });
        await ConnectAsync(port);
        return new ZebraServer(process, folder, port);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task WriteAsync(string folder, MarcRecord[] records)
    {
        await using var file = File.Create(Path.Combine(folder, "records.mrc"));
        await using var writer = new MarcWriter(file, MarcFormat.Iso2709);
        foreach (var record in records)
            await writer.WriteAsync(record);
    }

    private static async Task RunAsync(string folder, string program, string arguments)
    {
        using var process = OutsideProgram.StartOrSkip(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true });
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, errors);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task ConnectAsync(int port)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }
}
