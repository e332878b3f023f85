using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using Platform.Model.Notices;
using Platform.Reporting.Delivery;
using Platform.Reporting.Delivery.Channels;

namespace Platform.Reporting.Notices;

/// <summary>What came of handing a notice to the mail server.</summary>
/// <param name="State">Sent; waiting, when it certainly did not go; unknown, when it may have; failed, when it never will.</param>
/// <param name="Fault">What went wrong; null when nothing.</param>
internal sealed record MailOutcome(NoticeState State, string? Fault);

/// <summary>Hands one notice to the mail server, by the settings of <c>Delivery:Mail</c>, and says how far it certainly came.</summary>
internal sealed class NoticeMail(IOptions<DeliveryOptions> options)
{
    private MailOptions Settings => options.Value.Mail;

    /// <summary>Whether a mail server is set up.</summary>
    public bool IsConfigured => Settings.Host.Length > 0;

    public async Task<MailOutcome> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(notice.Address, out var to))
            return new MailOutcome(NoticeState.Failed, "No mail address.");
        using var message = Compose(notice, to);
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(Settings.Host, Settings.Port, MailChannel.ProtectionOf(Settings), cancellationToken);
            if (Settings.User.Length > 0)
                await client.AuthenticateAsync(Settings.User, Settings.Password, cancellationToken);
        }
        catch (Exception fault) when (IsOfTheWorld(fault))
        {
            return new MailOutcome(NoticeState.Waiting, fault.Message);
        }
        return await HandOverAsync(client, message, cancellationToken);
    }

    // An answer of the server says what it did; a line that breaks leaves it open, and a notice is never sent twice.
    private static async Task<MailOutcome> HandOverAsync(SmtpClient client, MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(message, cancellationToken);
        }
        catch (SmtpCommandException refused)
        {
            return new MailOutcome((int)refused.StatusCode is >= 500 and < 600 ? NoticeState.Failed : NoticeState.Waiting, $"{(int)refused.StatusCode} {refused.Message}");
        }
        catch (Exception fault) when (IsOfTheWorld(fault))
        {
            return new MailOutcome(NoticeState.Unknown, fault.Message);
        }
        await client.DisconnectAsync(quit: true, cancellationToken);
        return new MailOutcome(NoticeState.Sent, null);
    }

    private static bool IsOfTheWorld(Exception fault) =>
        fault is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or NotSupportedException or SocketException or IOException;

    private MimeMessage Compose(Notice notice, MailboxAddress to)
    {
        var from = MailboxAddress.Parse(Settings.From);
        var message = new MimeMessage
        {
            Subject = notice.Subject,
            Date = notice.CreatedAt.ToOffset(TimeSpan.FromHours(7)),
            MessageId = $"{DeliveryNames.HashOf($"notice/{notice.LibraryId}/{notice.Key}")[..40]}@{from.Domain}",
            Body = new TextPart("plain") { Text = notice.Body, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        message.From.Add(new MailboxAddress(notice.Library.Name, from.Address));
        message.To.Add(to);
        return message;
    }
}
