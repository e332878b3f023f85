using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Delivery.Channels;

/// <summary>
/// Mails the files as attachments. A mail server gives no way to ask whether an earlier mail arrived, so a mail sent again is the same
/// mail, byte for byte with the same Message-ID: mailboxes show it once.
/// </summary>
internal sealed class MailChannel(IOptions<DeliveryOptions> options) : IDeliveryChannel
{
    private MailOptions Settings => options.Value.Mail;

    public ChannelKind Kind => ChannelKind.Mail;

    public bool IsConfigured => Settings.Host.Length > 0;

    public async Task<DeliveryOutcome> SendAsync(ReportDelivery delivery, CancellationToken cancellationToken)
    {
        if (!InternetAddressList.TryParse(delivery.Address, out var to) || to.Count == 0)
            return new DeliveryOutcome.Undeliverable($"'{delivery.Address}' is no mail address.");
        using var message = Compose(delivery, to);
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(Settings.Host, Settings.Port, ProtectionOf(Settings), cancellationToken);
            if (Settings.User.Length > 0)
                await client.AuthenticateAsync(Settings.User, Settings.Password, cancellationToken);
            var answer = await client.SendAsync(message, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
            return new DeliveryOutcome.HandedOver($"{message.MessageId} {answer}".TrimEnd());
        }
        catch (SmtpCommandException fault) when ((int)fault.StatusCode is >= 500 and < 600 && fault.ErrorCode is not SmtpErrorCode.UnexpectedStatusCode)
        {
            return new DeliveryOutcome.Undeliverable($"{(int)fault.StatusCode} {fault.Message}");
        }
        catch (Exception fault) when (fault is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or NotSupportedException or SocketException or IOException)
        {
            return new DeliveryOutcome.TryAgain(fault.Message);
        }
    }

    private MimeMessage Compose(ReportDelivery delivery, InternetAddressList to)
    {
        var message = new MimeMessage
        {
            Subject = delivery.Title,
            Date = delivery.CreatedAt.ToOffset(TimeSpan.FromHours(7)),
            MessageId = $"{DeliveryNames.HashOf(delivery.Key + delivery.ContentHash)[..40]}@{Domain()}",
        };
        message.From.Add(MailboxAddress.Parse(Settings.From));
        message.To.AddRange(to);
        message.Headers.Add("X-Delivery-Key", delivery.Key);
        var body = new Multipart("mixed") { Boundary = "=-" + delivery.ContentHash };
        body.Add(new TextPart("plain") { Text = Words(delivery), ContentTransferEncoding = ContentEncoding.QuotedPrintable });
        foreach (var file in delivery.Files)
        {
            body.Add(new MimePart(file.MediaType)
            {
                Content = new MimeContent(new MemoryStream(file.Content.Bytes, writable: false)),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = file.Name,
            });
        }
        message.Body = body;
        return message;
    }

    private static string Words(ReportDelivery delivery)
    {
        var files = delivery.Files.Select(file => string.Create(
            CultureInfo.InvariantCulture, $"- {file.Name} ({file.Content.Bytes.Length} byte)\n  SHA-256: {file.Hash}\n"));
        return $"""
            Kính gửi {delivery.Organisation.Name},

            {delivery.Library.Name} xin gửi: {delivery.Title}.

            Tệp đính kèm:
            {string.Concat(files)}
            Mã giao nhận: {delivery.Key}

            """.ReplaceLineEndings("\n");
    }

    private string Domain() => MailboxAddress.Parse(Settings.From).Domain;

    internal static SecureSocketOptions ProtectionOf(MailOptions settings) => Enum.Parse<MailSecurity>(settings.Security, ignoreCase: true) switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        var other => throw new InvalidOperationException($"Unknown protection '{other}'."), // the validator lets no other pass
    };
}
