using Microsoft.Extensions.Options;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Delivery.Channels;

/// <summary>
/// Puts the files of a delivery in a folder of their own. They are written beside it first and appear all at once by one rename, so that
/// nobody sees a part; a folder that is there already with the same bytes is a delivery that arrived.
/// </summary>
internal sealed class FolderChannel(IOptions<DeliveryOptions> options) : IDeliveryChannel
{
    private string Root => options.Value.Folder.Root;

    public ChannelKind Kind => ChannelKind.Folder;

    public bool IsConfigured => Root.Length > 0;

    public async Task<DeliveryOutcome> SendAsync(ReportDelivery delivery, CancellationToken cancellationToken)
    {
        if (!DeliveryNames.StaysBelowRoot(delivery.Address))
            return new DeliveryOutcome.Undeliverable($"The recipient's folder '{delivery.Address}' is not below the root.");
        var folder = Path.Combine(Root, delivery.Address, DeliveryNames.FolderOf(delivery.Key));
        try
        {
            if (!Directory.Exists(folder))
                await WriteAsync(delivery, folder, cancellationToken);
            return await HoldsAsync(delivery, folder, cancellationToken)
                ? new DeliveryOutcome.HandedOver(folder)
                : new DeliveryOutcome.Undeliverable($"'{folder}' holds something else.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new DeliveryOutcome.TryAgain(fault.Message);
        }
    }

    private static async Task WriteAsync(ReportDelivery delivery, string folder, CancellationToken cancellationToken)
    {
        // The fence makes the place each attempt's own: a worker that lost its lease writes beside, not into, the next one's.
        var part = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{folder}.part{delivery.Fence}");
        if (Directory.Exists(part))
            Directory.Delete(part, recursive: true);
        Directory.CreateDirectory(part);
        foreach (var file in delivery.Files)
        {
            await using var stream = new FileStream(Path.Combine(part, file.Name), FileMode.CreateNew, FileAccess.Write);
            await stream.WriteAsync(file.Content.Bytes, cancellationToken);
            stream.Flush(flushToDisk: true);
        }
        if (Directory.Exists(folder))
            Directory.Delete(part, recursive: true);
        else
            Directory.Move(part, folder);
        foreach (var left in Directory.EnumerateDirectories(Path.GetDirectoryName(folder)!, Path.GetFileName(folder) + ".part*")) // below a root, so it has a parent
            Directory.Delete(left, recursive: true);
    }

    private static async Task<bool> HoldsAsync(ReportDelivery delivery, string folder, CancellationToken cancellationToken)
    {
        if (Directory.EnumerateFileSystemEntries(folder).Count() != delivery.Files.Count)
            return false;
        foreach (var file in delivery.Files)
        {
            var path = Path.Combine(folder, file.Name);
            if (!File.Exists(path) || !(await File.ReadAllBytesAsync(path, cancellationToken)).AsSpan().SequenceEqual(file.Content.Bytes))
                return false;
        }
        return true;
    }
}
