using Microsoft.Extensions.Options;
using Platform.Model.Bulk;
using Platform.Storage.Repository;

namespace Platform.Api.Bulk;

/// <summary>The files of bulk jobs, in the folder of stored files that all servers share.</summary>
internal sealed class BulkFolder
{
    private const int BufferBytes = 1 << 16;
    private readonly FileStore _store;
    private readonly long _kept;
    private readonly string _folder;

    public BulkFolder(FileStore store, IOptions<FileStoreOptions> options)
    {
        (_store, _kept) = (store, options.Value.KeepFreeBytes);
        _folder = Directory.CreateDirectory(Path.Combine(store.Folder, "bulk")).FullName;
    }

    /// <summary>Bytes of the volume that files may take.</summary>
    public long FreeBytes => _store.FreeBytes - _kept;

    /// <summary>What was sent.</summary>
    public string InputOf(long job) => Path.Combine(_folder, $"{job}.in");

    /// <summary>What is written while the job runs: lines for a workbook.</summary>
    public string OutputOf(long job) => Path.Combine(_folder, $"{job}.out");

    /// <summary>What the job's account may have at its end.</summary>
    public string ResultOf(BulkJob job) => job.Format is BulkFormat.Xlsx ? Path.Combine(_folder, $"{job.Id}.xlsx") : OutputOf(job.Id);

    /// <summary>A name for a file that is arriving.</summary>
    public string Arriving(long job) => Path.Combine(_folder, $"{job}.{Guid.NewGuid():N}.part");

    /// <summary>The output at the place where it is certain: what a crash left behind it is cut off.</summary>
    public FileStream GoOn(BulkJob job)
    {
        var file = new FileStream(OutputOf(job.Id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, BufferBytes, FileOptions.Asynchronous);
        file.SetLength(job.ResultBytes);
        file.Position = job.ResultBytes;
        return file;
    }

    /// <summary>Removes everything of a job.</summary>
    public void Remove(long job)
    {
        foreach (var file in Directory.EnumerateFiles(_folder, $"{job}.*"))
            File.Delete(file);
    }
}
