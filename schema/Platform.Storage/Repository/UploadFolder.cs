using System.Buffers;
using Platform.Model.Repository;

namespace Platform.Storage.Repository;

/// <summary>
/// The bytes of uploads that are not finished: one file each, whose length is what has arrived. Nothing here is ever served.
/// </summary>
public sealed class UploadFolder
{
    private const int BufferBytes = 1 << 17;
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);
    private readonly string _folder;

    public UploadFolder(FileStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _folder = Path.Combine(store.Folder, "incoming");
        Directory.CreateDirectory(_folder);
    }

    /// <summary>Where the upload's bytes are.</summary>
    public string PathOf(Guid upload) => Path.Combine(_folder, upload.ToString("N") + ".part");

    /// <summary>How many bytes have arrived.</summary>
    public long Received(Guid upload) => new FileInfo(PathOf(upload)) is { Exists: true } part ? part.Length : 0;

    /// <summary>
    /// Appends the stream where the upload stands. When the sender breaks off, what has arrived stays and can be continued; when the disk is
    /// full, the upload is cut back to where this call began.
    /// </summary>
    /// <param name="upload">The upload.</param>
    /// <param name="offset">Where the sender thinks the upload stands.</param>
    /// <param name="size">Size of the whole file.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="cancellationToken">Ends the call; what has arrived stays.</param>
    /// <returns>Why nothing was taken; null when the bytes were.</returns>
    public async Task<FileRefusalCode?> AppendAsync(Guid upload, long offset, long size, Stream body, CancellationToken cancellationToken)
    {
        FileStream? part = null;
        try
        {
            part = new FileStream(PathOf(upload), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            if (part.Length != offset)
                return FileRefusalCode.OtherOffset;
            part.Position = offset;
            return await CopyAsync(body, part, size, cancellationToken) ? null : FileRefusalCode.TooLarge;
        }
        catch (IOException fault) when (IsDiskFull(fault))
        {
            CutBack(part, offset);
            return FileRefusalCode.DiskFull;
        }
        catch (IOException) when (part is null)
        {
            return FileRefusalCode.Busy;
        }
        finally
        {
            if (part is not null)
                await part.DisposeAsync();
        }
    }

    /// <summary>Writes the upload's bytes through to the disk.</summary>
    public void Flush(Guid upload)
    {
        using var part = new FileStream(PathOf(upload), FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        part.Flush(flushToDisk: true);
    }

    /// <summary>Throws the upload's bytes away.</summary>
    public void Remove(Guid upload) => File.Delete(PathOf(upload));

    private static async Task<bool> CopyAsync(Stream body, FileStream part, long size, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        var start = part.Position;
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (part.Position + read > size)
                {
                    part.SetLength(start);
                    return false;
                }
                // What was read is written whole even when the sender is gone: the length must not lie.
                await part.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool IsDiskFull(IOException fault) => fault.HResult is NoSpaceOnWindows || (fault.HResult & 0xFFFF) == NoSpaceOnUnix;

    private static void CutBack(FileStream? part, long offset)
    {
        try
        {
            part?.SetLength(offset);
        }
        catch (IOException)
        {
            // The length still tells what can be continued; an upload that cannot be cut back is thrown away when it expires.
        }
    }
}
