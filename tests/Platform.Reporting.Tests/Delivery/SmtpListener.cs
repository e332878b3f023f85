using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>A mail server of a few commands on a free port: it keeps what it is sent and can refuse.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public SmtpListener()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The mails taken, whole.</summary>
    public List<string> Mails { get; } = [];

    /// <summary>Recipients of the mails taken.</summary>
    public List<string> Recipients { get; } = [];

    /// <summary>What to answer to the recipient instead of 250.</summary>
    public string? RecipientAnswer { get; set; }

    /// <summary>Whether to hang up after taking a mail, before saying so; once.</summary>
    public bool DropsAfterTaking { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (IOException)
            {
                // The sender was killed in the middle of a word.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 post ESMTP");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                Mails.Add(await MailAsync(reader));
                if (DropsAfterTaking)
                {
                    DropsAfterTaking = false;
                    return;
                }
                await writer.WriteLineAsync($"250 2.0.0 Ok: queued as Q{Mails.Count}");
                continue;
            }
            await writer.WriteLineAsync(Answer(line));
            if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                return;
        }
    }

    private string Answer(string line)
    {
        if (!line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
            return line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 Ok";
        Recipients.Add(line["RCPT TO:".Length..].Trim('<', '>', ' '));
        return RecipientAnswer ?? "250 Ok";
    }

    private async Task<string> MailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            mail.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return mail.ToString();
    }
}
