using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Platform.Storage.Repository;

/// <summary>What a virus scanner said of a file.</summary>
public enum ScanVerdict
{
    /// <summary>Nothing was found, or no scanner is configured.</summary>
    Clean,

    /// <summary>Something was found.</summary>
    Infected,

    /// <summary>The scanner did not answer, or could not judge the file.</summary>
    NotScanned,
}

/// <summary>A file as a scanner saw it.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Found">Name of what was found, as the scanner calls it; null when nothing was.</param>
public sealed record ScanResult(ScanVerdict Verdict, string? Found = null);

/// <summary>Asks ClamAV's daemon about a file, by its command INSTREAM over TCP or a Unix socket. Without a configured address every file is clean.</summary>
public sealed class VirusScan(IOptions<FileStoreOptions> options)
{
    private const int ChunkBytes = 1 << 16;
    private const int LongestAnswer = 1024;
    private const string FoundMark = " FOUND";

    private readonly ClamAvOptions _clamAv = options.Value.ClamAv;

    /// <summary>Sends the file to the scanner and gives its verdict; waits for it no longer than configured.</summary>
    public async Task<ScanResult> ScanAsync(string path, CancellationToken cancellationToken)
    {
        if (_clamAv.Address is not { } address)
            return new ScanResult(ScanVerdict.Clean);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_clamAv.Patience);
        try
        {
            using var socket = await ConnectAsync(address, limit.Token);
            await using var stream = new NetworkStream(socket);
            return Judge(await AskAsync(stream, path, limit.Token));
        }
        catch (Exception fault) when (fault is SocketException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ScanResult(ScanVerdict.NotScanned);
        }
    }

    private static async Task<Socket> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var isLocal = address.Scheme == ClamAvOptions.UnixScheme;
        var socket = isLocal ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await (isLocal
                ? socket.ConnectAsync(new UnixDomainSocketEndPoint(address.AbsolutePath), cancellationToken)
                : socket.ConnectAsync(address.Host, address.Port, cancellationToken));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // clamd(8): zINSTREAM, then chunks of a length in network order and so many bytes, then a length of zero; the answer ends in a zero byte.
    private static async Task<string> AskAsync(NetworkStream stream, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var chunk = new byte[sizeof(uint) + ChunkBytes];
        int read;
        do
        {
            read = await file.ReadAsync(chunk.AsMemory(sizeof(uint)), cancellationToken);
            BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)read);
            await stream.WriteAsync(chunk.AsMemory(0, sizeof(uint) + read), cancellationToken);
        }
        while (read > 0);
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && (read = await stream.ReadAsync(answer.AsMemory(length), cancellationToken)) > 0 && answer[length + read - 1] != 0)
            length += read;
        return Encoding.UTF8.GetString(answer).TrimEnd('\0');
    }

    // "stream: OK", "stream: Eicar-Test-Signature FOUND", "INSTREAM size limit exceeded. ERROR".
    private static ScanResult Judge(string answer)
    {
        if (answer.EndsWith(FoundMark, StringComparison.Ordinal))
            return new ScanResult(ScanVerdict.Infected, answer[(answer.IndexOf(':', StringComparison.Ordinal) + 1)..^FoundMark.Length].Trim());
        return new ScanResult(answer.EndsWith(": OK", StringComparison.Ordinal) ? ScanVerdict.Clean : ScanVerdict.NotScanned);
    }
}
