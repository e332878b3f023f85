using System.Net;
using System.Net.Sockets;

namespace Platform.Api.Access;

/// <summary>The network that an address belongs to: enough to see an attack, too little to find a person.</summary>
internal static class Network
{
    private const int KeptBytesOfIPv4 = 3;
    private const int KeptBytesOfIPv6 = 6;
    private const int BytesOfOneCustomer = 8;

    /// <summary>The address with its last 8 (IPv4) or 80 (IPv6) bits cleared; <c>unknown</c> when there is none.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        bytes.AsSpan(plain.AddressFamily is AddressFamily.InterNetwork ? KeptBytesOfIPv4 : KeptBytesOfIPv6).Clear();
        return new IPAddress(bytes).ToString();
    }

    /// <summary>The address as one caller: all of IPv4, the first 64 bits of IPv6, because one customer has all below them.</summary>
    public static string CallerAt(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily is AddressFamily.InterNetwork)
            return plain.ToString();
        var bytes = plain.GetAddressBytes();
        bytes.AsSpan(BytesOfOneCustomer).Clear();
        return new IPAddress(bytes).ToString();
    }
}
