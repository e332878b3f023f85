using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Storage.Tests.Repository;

/// <summary>Files before a virus scanner: a daemon of the test's own speaks the protocol of ClamAV and knows the test string of EICAR.</summary>
public sealed class VirusScanTests
{
    // The test string of EICAR, in two parts so that no scanner finds it in this file.
    private static readonly byte[] Eicar = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[200_000]];

    [Fact]
    public async Task InfectedFile_IsRefusedWithTheNameOfWhatWasFound_AndSoundOnesAreTaken()
    {
        await using var scanner = new FakeScanner();
        await using var disk = await StoreOnDisk.CreateAsync(OptionsOf(scanner.Address));

        var infected = await disk.UploadAsync("bai.txt", Eicar);
        var sound = await disk.UploadAsync("bai.pdf", Pdf);

        infected.Refusal!.Code.ShouldBe(FileRefusalCode.Infected);
        infected.Refusal.English.ShouldBe("File 'bai.txt' was found to be infected with 'Eicar-Test-Signature'.");
        sound.Refusal.ShouldBeNull();
        scanner.Seen.ShouldBe([Eicar.Length, Pdf.Length]);
        disk.FilesOnDisk().Count.ShouldBe(1);
    }

    [Fact]
    public async Task ScannerThatIsDown_RefusesTheFile()
    {
        await using var disk = await StoreOnDisk.CreateAsync(OptionsOf(await NobodyAsync()));

        var done = await disk.UploadAsync("bai.pdf", Pdf);

        done.Refusal!.Code.ShouldBe(FileRefusalCode.NotScanned);
        disk.FilesOnDisk().ShouldBeEmpty();
    }

    [Fact]
    public async Task ScannerThatIsDown_HoldsTheFileUnseen_UntilItAnswersAgain()
    {
        var options = OptionsOf(await NobodyAsync(), WhenNotScanned.Hold);
        await using var disk = await StoreOnDisk.CreateAsync(options);
        var held = await disk.UploadAsync("bai.pdf", Pdf);
        var infected = await disk.UploadAsync("bai.txt", Eicar);

        (held.Refusal!.Code, infected.Refusal!.Code).ShouldBe((FileRefusalCode.Held, FileRefusalCode.Held));
        disk.FilesOnDisk().ShouldAllBe(file => file.StartsWith("incoming", StringComparison.Ordinal));
        await using var scanner = new FakeScanner();
        options.ClamAv.Address = scanner.Address;
        var done = await new UploadSweep(disk.Database.Databases, disk.Store, disk.Incoming, new VirusScan(disk.Options), disk.Options).RunAsync(CancellationToken.None);

        done.ShouldBe(2);
        await using var db = disk.Database.Open();
        (await db.Uploads.Include(u => u.Content).SingleAsync()).Content!.Size.ShouldBe(Pdf.Length);
    }

    private static FileStoreOptions OptionsOf(Uri address, WhenNotScanned whenDown = WhenNotScanned.Refuse) =>
        new() { KeepFreeBytes = 0, ClamAv = new ClamAvOptions { Address = address, WhenDown = whenDown } };

    // A port on which nobody listens any more.
    private static async Task<Uri> NobodyAsync()
    {
        await using var gone = new FakeScanner();
        return gone.Address;
    }

    /// <summary>Speaks INSTREAM as clamd(8) describes it.</summary>
    private sealed class FakeScanner : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _serving;

        public FakeScanner()
        {
            _listener.Start();
            Address = new Uri($"tcp://{_listener.LocalEndpoint}");
            _serving = ServeAsync();
        }

        public Uri Address { get; }

        /// <summary>Bytes of each file that came.</summary>
        public List<int> Seen { get; } = [];

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving;
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await AnswerAsync(client.GetStream());
                }
            }
            catch (SocketException)
            {
                // stopped
            }
        }

        private async Task AnswerAsync(NetworkStream stream)
        {
            var command = new byte[10];
            await stream.ReadExactlyAsync(command);
            if (!command.AsSpan().SequenceEqual("zINSTREAM\0"u8))
            {
                await stream.WriteAsync("UNKNOWN COMMAND\0"u8.ToArray());
                return;
            }
            using var file = new MemoryStream();
            var length = new byte[4];
            while (true)
            {
                await stream.ReadExactlyAsync(length);
                if (BinaryPrimitives.ReadUInt32BigEndian(length) is not (> 0 and var size))
                    break;
                var chunk = new byte[size];
                await stream.ReadExactlyAsync(chunk);
                file.Write(chunk);
            }
            Seen.Add((int)file.Length);
            var isEicar = file.ToArray().AsSpan().IndexOf(Eicar) >= 0;
            await stream.WriteAsync(Encoding.ASCII.GetBytes(isEicar ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0"));
        }
    }
}
