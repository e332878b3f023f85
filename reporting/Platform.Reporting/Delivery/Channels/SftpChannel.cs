using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Platform.Model.Reporting.Delivery;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace Platform.Reporting.Delivery.Channels;

/// <summary>
/// Puts the files of a delivery in a folder of their own on the receiver's SFTP server: written beside it first, then renamed, so that
/// they appear all at once. A folder that is there already with the same bytes is a delivery that arrived.
/// </summary>
internal sealed class SftpChannel(IOptions<DeliveryOptions> options) : IDeliveryChannel
{
    private SftpOptions Settings => options.Value.Sftp;

    public ChannelKind Kind => ChannelKind.Sftp;

    public bool IsConfigured => Settings.Host.Length > 0;

    public async Task<DeliveryOutcome> SendAsync(ReportDelivery delivery, CancellationToken cancellationToken)
    {
        if (!DeliveryNames.StaysBelowRoot(delivery.Address))
            return new DeliveryOutcome.Undeliverable($"The recipient's folder '{delivery.Address}' is not below the root.");
        var shelf = Join(Settings.Root, delivery.Address);
        var folder = Join(shelf, DeliveryNames.FolderOf(delivery.Key));
        try
        {
            using var client = Connection();
            await client.ConnectAsync(cancellationToken);
            if (!await client.ExistsAsync(folder, cancellationToken))
                await WriteAsync(client, delivery, shelf, folder, cancellationToken);
            return await HoldsAsync(client, delivery, folder, cancellationToken)
                ? new DeliveryOutcome.HandedOver($"sftp://{Settings.Host}/{folder}")
                : new DeliveryOutcome.Undeliverable($"'{folder}' on {Settings.Host} holds something else.");
        }
        catch (Exception fault) when (fault is SshException or SocketException or IOException or InvalidOperationException)
        {
            return new DeliveryOutcome.TryAgain($"{Settings.Host}: {fault.Message}");
        }
    }

    private SftpClient Connection()
    {
        AuthenticationMethod proof = Settings.KeyFile.Length > 0
            ? new PrivateKeyAuthenticationMethod(Settings.User, new PrivateKeyFile(Settings.KeyFile))
            : new PasswordAuthenticationMethod(Settings.User, Settings.Password);
        var client = new SftpClient(new ConnectionInfo(Settings.Host, Settings.Port, Settings.User, proof));
        client.HostKeyReceived += (_, key) => key.CanTrust = key.FingerPrintSHA256.TrimEnd('=') == Settings.HostKey.TrimEnd('=');
        return client;
    }

    private static async Task WriteAsync(SftpClient client, ReportDelivery delivery, string shelf, string folder, CancellationToken cancellationToken)
    {
        await MakeAsync(client, shelf, cancellationToken);
        // The fence makes the place each attempt's own: a worker that lost its lease writes beside, not into, the next one's.
        var part = string.Create(CultureInfo.InvariantCulture, $"{folder}.part{delivery.Fence}");
        await RemoveAsync(client, part, cancellationToken);
        await client.CreateDirectoryAsync(part, cancellationToken);
        foreach (var file in delivery.Files)
        {
            using var bytes = new MemoryStream(file.Content.Bytes, writable: false);
            await client.UploadFileAsync(bytes, Join(part, file.Name), cancellationToken);
        }
        if (await client.ExistsAsync(folder, cancellationToken))
            await RemoveAsync(client, part, cancellationToken);
        else
            await client.RenameFileAsync(part, folder, cancellationToken);
        for (var earlier = 1L; earlier < delivery.Fence; earlier++)
            await RemoveAsync(client, string.Create(CultureInfo.InvariantCulture, $"{folder}.part{earlier}"), cancellationToken);
    }

    private static async Task MakeAsync(SftpClient client, string shelf, CancellationToken cancellationToken)
    {
        var path = shelf.StartsWith('/') ? "/" : "";
        foreach (var name in shelf.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path = Join(path, name);
            if (!await client.ExistsAsync(path, cancellationToken))
                await client.CreateDirectoryAsync(path, cancellationToken);
        }
    }

    private static async Task RemoveAsync(SftpClient client, string folder, CancellationToken cancellationToken)
    {
        if (!await client.ExistsAsync(folder, cancellationToken))
            return;
        await foreach (var entry in client.ListDirectoryAsync(folder, cancellationToken))
        {
            if (entry.IsRegularFile)
                await entry.DeleteAsync(cancellationToken);
        }
        await client.DeleteDirectoryAsync(folder, cancellationToken);
    }

    private static async Task<bool> HoldsAsync(SftpClient client, ReportDelivery delivery, string folder, CancellationToken cancellationToken)
    {
        foreach (var file in delivery.Files)
        {
            var path = Join(folder, file.Name);
            if (!await client.ExistsAsync(path, cancellationToken))
                return false;
            using var bytes = new MemoryStream();
            await client.DownloadFileAsync(path, bytes, cancellationToken);
            if (!bytes.ToArray().AsSpan().SequenceEqual(file.Content.Bytes))
                return false;
        }
        return true;
    }

    private static string Join(string folder, string name) =>
        folder.Length == 0 ? name : name.Length == 0 ? folder : $"{folder.TrimEnd('/')}/{name}";
}
