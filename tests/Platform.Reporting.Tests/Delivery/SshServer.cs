using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>A real OpenSSH server as a process of its own on this machine, with keys made for it. Skips the test where there is none to start.</summary>
internal sealed class SshServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private SshServer(Process process, string folder, int port, string hostKey) =>
        (_process, _folder, Port, HostKey) = (process, folder, port, hostKey);

    public int Port { get; }

    /// <summary>The server's key as its clients pin it.</summary>
    public string HostKey { get; }

    /// <summary>File with the client's private key.</summary>
    public string KeyFile => Path.Combine(_folder, "client");

    /// <summary>Where deliveries go, on this machine's own disk.</summary>
    public string Files => Path.Combine(_folder, "files");

    public static async Task<SshServer> StartAsync()
    {
        const string Program = "/usr/sbin/sshd";
        Assert.SkipUnless(File.Exists(Program), "No OpenSSH server: install Debian's openssh-server to run this.");
        Assert.SkipUnless(Environment.UserName == "root" && Directory.Exists("/run/sshd"), "The OpenSSH server can only be started by root, with its folder /run/sshd.");
        var folder = Directory.CreateTempSubdirectory("platform-ssh-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "files"));
        await RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, "host"));
        await RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, "client"));
        var print = await RunAsync("ssh-keygen", "-l", "-f", Path.Combine(folder, "host.pub"));
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "config"), string.Create(CultureInfo.InvariantCulture, $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {folder}/host
            AuthorizedKeysFile {folder}/client.pub
            PidFile none
            UsePAM no
            StrictModes no
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            Subsystem sftp internal-sftp -d {folder}/files
            """));
        var process = Process.Start(new ProcessStartInfo(Program, ["-D", "-e", "-f", Path.Combine(folder, "config")]) { RedirectStandardError = true })!; // a new process
        process.BeginErrorReadLine();
        await ReachAsync(port);
        return new SshServer(process, folder, port, print.Split(' ')[1].Replace("SHA256:", "", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!; // a new process
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return output;
    }

    private static async Task ReachAsync(int port)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }
        Assert.Fail("The OpenSSH server did not start.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
