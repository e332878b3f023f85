using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Api.Tests.Catalogue.Interchange;

/// <summary>Plays servers of others on this machine: a friendly one, and the ways in which one can be hostile.</summary>
internal sealed class ForeignServer : IDisposable
{
    private const string Good = """
        <?xml version="1.0"?><zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:version>1.1</zs:version><zs:numberOfRecords>7</zs:numberOfRecords><zs:records>
        <zs:record><zs:recordSchema>marcxml</zs:recordSchema><zs:recordPacking>xml</zs:recordPacking><zs:recordData><record xmlns="http://www.loc.gov/MARC21/slim">
        <leader>00000nam a2200000   4500</leader><controlfield tag="001">77</controlfield><controlfield tag="003">TVQG</controlfield>
        <datafield tag="020" ind1=" " ind2=" "><subfield code="a">9786042091961</subfield></datafield>
        <datafield tag="040" ind1=" " ind2=" "><subfield code="a">TVQG</subfield><subfield code="c">TVQG</subfield></datafield>
        <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Dế Mèn phiêu lưu ký</subfield></datafield>
        <datafield tag="852" ind1=" " ind2=" "><subfield code="b">Kho</subfield></datafield><datafield tag="955" ind1=" " ind2=" "><subfield code="a">nội bộ</subfield></datafield>
        </record></zs:recordData></zs:record></zs:records></zs:searchRetrieveResponse>
        """;

    private const string Diagnostic = """
        <s:searchRetrieveResponse xmlns:s="http://www.loc.gov/zing/srw/"><s:numberOfRecords>0</s:numberOfRecords><s:diagnostics><d:diagnostic xmlns:d="http://www.loc.gov/zing/srw/diagnostic/">
        <d:uri>info:srw/diagnostic/1/16</d:uri><d:details>dc.colour</d:details><d:message>Unsupported index</d:message></d:diagnostic></s:diagnostics></s:searchRetrieveResponse>
        """;

    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _stop = new();

    public ForeignServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public static IReadOnlyList<string> Paths { get; } = ["good", "diagnostic", "entities", "outside", "nonsense", "nested", "endless", "silent", "redirect", "fault"];

    public string Address { get; }

    /// <summary>The queries it was asked, decoded.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Abort();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = AnswerAsync(context);
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        Asked.Enqueue(Uri.UnescapeDataString(context.Request.Url!.Query.TrimStart('?'))); // a request has an address
        var path = context.Request.Url.AbsolutePath.Trim('/');
        try
        {
            if (path is "silent")
                await Task.Delay(Timeout.Infinite, _stop.Token);
            if (path is "redirect")
                context.Response.Redirect(Address + "good");
            if (path is "fault")
                context.Response.StatusCode = 500;
            await WriteAsync(context.Response, path);
            context.Response.Close();
        }
        catch (Exception fault) when (fault is HttpListenerException or OperationCanceledException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            context.Response.Abort();
        }
    }

    private async Task WriteAsync(HttpListenerResponse response, string path)
    {
        if (path is "endless")
        {
            var piece = Encoding.ASCII.GetBytes("<a>" + new string(' ', 10_000) + "</a>");
            while (!_stop.IsCancellationRequested)
                await response.OutputStream.WriteAsync(piece, _stop.Token);
        }
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(path switch
        {
            "good" => Good,
            "diagnostic" => Diagnostic,
            "entities" => "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>",
            "outside" => "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
            "nested" => string.Concat(Enumerable.Repeat("<a>", 5_000)),
            _ => "no XML at all",
        }));
    }
}
