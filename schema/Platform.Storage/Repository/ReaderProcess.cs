using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Model.Repository;

namespace Platform.Storage.Repository;

/// <summary>What came out of a file.</summary>
/// <param name="State">How it went.</param>
/// <param name="Bytes">The text in UTF-8, or the picture; empty when there is none.</param>
public sealed record FileExtract(ReadingState State, byte[] Bytes);

/// <summary>
/// Reads files that may be hostile in a process of its own each (<c>Platform.FileReader</c>), bounded in time, memory and what it may say: a
/// file that breaks its parser, never ends or unpacks without end becomes a state, and this process does not notice.
/// </summary>
public sealed partial class ReaderProcess(IOptions<FileStoreOptions> options, ILogger<ReaderProcess> log)
{
    private const int ThumbnailSide = 320;
    private const int MostThumbnailBytes = 1 << 20;
    private const int LongestOutcome = 40;
    private const string Program = "Platform.FileReader";

    private readonly ReadingOptions _bounds = options.Value.Reading;

    /// <summary>The text of a file.</summary>
    public Task<FileExtract> TextAsync(string path, FileFormat format, CancellationToken cancellationToken) =>
        format.HasText()
            ? RunAsync("text", format, path, _bounds.MostCharacters, _bounds.MostCharacters * 4 + LongestOutcome, cancellationToken)
            : Task.FromResult(new FileExtract(ReadingState.NotOffered, []));

    /// <summary>A small picture of a file, as WebP.</summary>
    public Task<FileExtract> ThumbnailAsync(string path, FileFormat format, CancellationToken cancellationToken) =>
        format.HasThumbnail()
            ? RunAsync("thumbnail", format, path, ThumbnailSide, MostThumbnailBytes, cancellationToken)
            : Task.FromResult(new FileExtract(ReadingState.NotOffered, []));

    private async Task<FileExtract> RunAsync(string what, FileFormat format, string path, int bound, int mostBytes, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > _bounds.MostFileBytes)
            return new FileExtract(ReadingState.TooLarge, []);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_bounds.Patience);
        using var reader = Process.Start(StartOf(what, format, path, bound)) ?? throw new InvalidOperationException($"{Program} did not start.");
        try
        {
            var said = await ReadAsync(reader.StandardOutput.BaseStream, mostBytes, limit.Token);
            await reader.WaitForExitAsync(limit.Token);
            if (reader.ExitCode == 0)
                return Parse(said);
            LogEnded(reader.ExitCode, format);
            return new FileExtract(ReadingState.Unreadable, []);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FileExtract(ReadingState.TimedOut, []);
        }
        finally
        {
            if (!reader.HasExited)
                reader.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo StartOf(string what, FileFormat format, string path, int bound)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, Program);
        if (!File.Exists(beside + ".dll"))
            throw new IOException($"The reader of files is missing: '{beside}.dll'."); // no file is to blame
        var start = new ProcessStartInfo(Host ?? beside) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (Host is not null)
            start.ArgumentList.Add(beside + ".dll");
        foreach (var argument in new[] { what, format.ToString(), path, bound.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        // Nothing of this process's environment is its business; above this bound its memory ends, and so does it.
        start.Environment.Clear();
        start.Environment["DOTNET_GCHeapHardLimit"] = string.Create(CultureInfo.InvariantCulture, $"{(long)_bounds.MostMegabytes << 20:X}");
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    // The host that runs this process, found by where its runtime is; null when the platform brings its own runtime.
    private static string? Host { get; } = HostOf(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private static string? HostOf(string path) => File.Exists(path) ? Path.GetFullPath(path) : null;

    private static async Task<byte[]> ReadAsync(Stream output, int most, CancellationToken cancellationToken)
    {
        using var said = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while (said.Length < most && (read = await output.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - said.Length)), cancellationToken)) > 0)
            said.Write(buffer, 0, read);
        return said.ToArray();
    }

    private static FileExtract Parse(byte[] said)
    {
        var end = Array.IndexOf(said, (byte)'\n');
        return end is > 0 and < LongestOutcome && Enum.TryParse<ReadingState>(Encoding.ASCII.GetString(said, 0, end), out var state)
            ? new FileExtract(state, said[(end + 1)..])
            : new FileExtract(ReadingState.Unreadable, []);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reader of files ended with code {Code} on a file of format {Format}: it counts as unreadable.")]
    private partial void LogEnded(int code, FileFormat format);
}
