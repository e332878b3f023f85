using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Finds the addresses of a name.</summary>
internal delegate Task<IPAddress[]> NameLookup(string host, CancellationToken cancellationToken);

/// <summary>A name leads to an address that webhooks may not reach.</summary>
internal sealed class ForbiddenAddressException() : IOException("The name leads to an address within a network that is not public.");

/// <summary>
/// Opens the connections of webhooks: the name is looked up, every address it has is judged, and the connection goes to a judged address,
/// so that a second look-up cannot lead elsewhere. Redirects are not followed at all.
/// </summary>
internal sealed class WebhookNetwork(IOptions<WebhookOptions> options, NameLookup lookup)
{
    private readonly IPNetwork[] _allowed = [.. options.Value.AllowedNetworks.Select(IPNetwork.Parse)];

    /// <summary>The handler that sends: no redirects, no proxy, no cookies, only judged addresses.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectCallback = async (context, cancellationToken) =>
            await ConnectAsync(context.DnsEndPoint, context.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttps, cancellationToken),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    };

    /// <summary>Why the address cannot be a webhook's, as far as can be told without asking the network; null when it can.</summary>
    public bool IsAcceptable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && _allowed.Length > 0))
        && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0 && uri.Host.Length > 0
        && (!IPAddress.TryParse(uri.IdnHost, out var literal) || MayReach(literal, uri.Scheme == Uri.UriSchemeHttps));

    private async Task<Stream> ConnectAsync(DnsEndPoint target, bool encrypted, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await lookup(target.Host, cancellationToken);
        // One bad address among good ones is an attempt to slip through.
        if (addresses.Length == 0 || !addresses.All(address => MayReach(address, encrypted)))
            throw new ForbiddenAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool MayReach(IPAddress address, bool encrypted)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _allowed.Any(network => network.Contains(plain)) || (encrypted && PublicNetworks.Contain(plain));
    }
}
