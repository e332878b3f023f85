using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using Platform.Storage.Repository;

namespace Platform.Storage.Tests.Repository;

/// <summary>The scanner's protocol spoken with ClamAV's own daemon, which knows one signature of the test's own: the test string of EICAR.</summary>
public sealed class ClamdTests : IAsyncLifetime
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly byte[] Eicar = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    private readonly string _folder = Directory.CreateTempSubdirectory("clamd-").FullName;
    private Process? _daemon;

    private string Socket => Path.Combine(_folder, "s");

    public async ValueTask InitializeAsync()
    {
        if (Installed is not { } clamd)
            return;
        Directory.CreateDirectory(Path.Combine(_folder, "signatures"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "signatures", "own.ndb"), $"Eicar-Own:0:*:{Convert.ToHexStringLower(Eicar)}\n");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "clamd.conf"),
            $"DatabaseDirectory {_folder}/signatures\nLocalSocket {Socket}\nForeground yes\nStreamMaxLength 1M\nTemporaryDirectory {_folder}\nConcurrentDatabaseReload no\n");
        _daemon = Process.Start(new ProcessStartInfo(clamd, ["--config-file", Path.Combine(_folder, "clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true });
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null)
        {
            if (!_daemon.HasExited)
                _daemon.Kill();
            await _daemon.WaitForExitAsync();
            _daemon.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Files_AreJudgedByTheDaemon()
    {
        Assert.SkipWhen(Installed is null, "ClamAV's daemon (clamd, Debian package clamav-daemon) is not installed.");

        (await ScanAsync([.. "%PDF-1.7\n"u8, .. new byte[200_000]])).ShouldBe(new ScanResult(ScanVerdict.Clean));
        (await ScanAsync(Eicar)).ShouldBe(new ScanResult(ScanVerdict.Infected, "Eicar-Own.UNOFFICIAL"));
        // Behind the first chunk of the stream, and within a document.
        (await ScanAsync([.. new byte[100_000], .. Eicar])).ShouldBe(new ScanResult(ScanVerdict.Infected, "Eicar-Own.UNOFFICIAL"));
        (await ScanAsync(FileSample.Docx(Encoding.ASCII.GetString(Eicar)))).ShouldBe(new ScanResult(ScanVerdict.Infected, "Eicar-Own.UNOFFICIAL"));
        (await ScanAsync([])).Verdict.ShouldBe(ScanVerdict.Clean);
        (await ScanAsync(new byte[3 << 20])).Verdict.ShouldBe(ScanVerdict.NotScanned, "the daemon breaks off what is longer than its StreamMaxLength");
        _daemon!.HasExited.ShouldBeFalse();
    }

    private static string? Installed => new[] { "/usr/sbin/clamd", "/usr/local/sbin/clamd", "/usr/bin/clamd" }.FirstOrDefault(File.Exists);

    private async Task<ScanResult> ScanAsync(byte[] bytes)
    {
        var path = Path.Combine(_folder, "file");
        await File.WriteAllBytesAsync(path, bytes);
        var options = new FileStoreOptions { ClamAv = new ClamAvOptions { Address = new Uri("unix://" + Socket) } };
        return await new VirusScan(Options.Create(options)).ScanAsync(path, CancellationToken.None);
    }

    private async Task AnswersAsync()
    {
        using var limit = new CancellationTokenSource(StartTime);
        while (_daemon is { HasExited: false })
        {
            try
            {
                using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), limit.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, limit.Token);
            }
        }
        throw new InvalidOperationException($"clamd did not start: {await _daemon!.StandardError.ReadToEndAsync(limit.Token)}");
    }
}
