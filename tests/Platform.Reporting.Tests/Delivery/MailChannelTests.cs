using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>Mails with attachments, to a mail server of the test.</summary>
public sealed class MailChannelTests
{
    [Fact]
    public async Task Mail_CarriesTheFiles_AndItsMessageIdIsTheReceipt()
    {
        await using var server = new SmtpListener();
        await using var office = await OpenAsync(server);
        await office.EnterAsync();

        await office.DispatchAsync();

        var mail = await ReadAsync(server.Mails.ShouldHaveSingleItem());
        var line = (await office.LedgerAsync()).Single();
        server.Recipients.ShouldBe(["baocao@so.example.vn"]);
        mail.Subject.ShouldBe("Báo cáo công tác thư viện 2026-05");
        mail.Headers["X-Delivery-Key"].ShouldBe("R-01:v1:TV0001:2026-05:H38:Mail:1");
        mail.TextBody.ShouldNotBeNull().ShouldContain("Kính gửi Sở Giáo dục và Đào tạo,");
        mail.Attachments.Select(part => part.ContentDisposition?.FileName).ShouldBe(["R-01-2026-05.pdf", "R-01-2026-05.csv"]);
        Text((MimePart)mail.Attachments.Last()).ShouldBe("Mục;Số lượng\nSố liệu tháng 5");
        line.State.ShouldBe(DeliveryState.Accepted);
        line.Receipt.ShouldBe($"{mail.MessageId} 2.0.0 Ok: queued as Q1");
    }

    [Fact]
    public async Task MailSentAgain_IsTheSameMailByteForByte()
    {
        await using var server = new SmtpListener { DropsAfterTaking = true };
        await using var office = await OpenAsync(server);
        await office.EnterAsync();

        await office.DispatchAsync();
        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Waiting);
        await using (var db = office.Database.Open())
            await db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAttemptAt, A.Noon.AddYears(-1)));
        await office.DispatchAsync();

        server.Mails.Count.ShouldBe(2);
        server.Mails[1].ShouldBe(server.Mails[0]);
        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Accepted);
    }

    [Theory]
    [InlineData("550 5.1.1 no such mailbox", DeliveryState.Dead)]
    [InlineData("451 4.3.0 try later", DeliveryState.Waiting)]
    public async Task Refusal_IsFinalOrNot_AsTheServerSays(string answer, DeliveryState expected)
    {
        await using var server = new SmtpListener { RecipientAnswer = answer };
        await using var office = await OpenAsync(server);
        await office.EnterAsync();

        await office.DispatchAsync();

        (await office.LedgerAsync()).Single().State.ShouldBe(expected);
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task ServerThatIsAway_IsTriedAgain()
    {
        var server = new SmtpListener();
        await using var office = await OpenAsync(server);
        await server.DisposeAsync();
        await office.EnterAsync();

        await office.DispatchAsync();

        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Waiting);
    }

    private static async Task<DeliveryOffice> OpenAsync(SmtpListener server)
    {
        var office = (await DeliveryOffice.OpenAsync())
            .With("Delivery:Mail:Host", "127.0.0.1")
            .With("Delivery:Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture))
            .With("Delivery:Mail:Security", "None")
            .With("Delivery:Mail:From", "thuvien@example.vn");
        await office.TakesAsync(ChannelKind.Mail, "baocao@so.example.vn");
        return office;
    }

    private static async Task<MimeMessage> ReadAsync(string mail) =>
        await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(mail)), TestContext.Current.CancellationToken);

    private static string Text(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content.ShouldNotBeNull().DecodeTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
