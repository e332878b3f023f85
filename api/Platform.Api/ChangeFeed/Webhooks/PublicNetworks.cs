using System.Net;
using System.Net.Sockets;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Which addresses belong to the public Internet (the special-purpose registries of IANA, RFC 6890).</summary>
internal static class PublicNetworks
{
    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Not in the registries: the address at which machines in one cloud reach the host that runs them.
            "168.63.129.16/32",
        }.Select(IPNetwork.Parse),
    ];

    // Of IPv6 only 2000::/3 is given out for the public Internet; of it these are not, or hide an IPv4 address.
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Whether the address is public: not of this machine, a private network, a link, a cloud's inside, documentation or multicast.</summary>
    public static bool Contain(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork
            ? !Special4.Any(network => network.Contains(plain))
            : plain.ScopeId == 0 && Global6.Contains(plain) && !Special6.Any(network => network.Contains(plain));
    }
}
