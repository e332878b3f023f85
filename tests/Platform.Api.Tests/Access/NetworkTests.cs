using System.Net;
using Platform.Api.Access;

namespace Platform.Api.Tests.Access;

public sealed class NetworkTests
{
    [Theory]
    [InlineData("203.162.4.191", "203.162.4.0")]
    [InlineData("::ffff:203.162.4.191", "203.162.4.0")]
    [InlineData("2001:ee0:4b7a:9c10:215:5dff:fe00:1", "2001:ee0:4b7a::")]
    [InlineData(null, "unknown")]
    public void Address_IsKeptAsItsNetwork(string? address, string network) =>
        Network.Of(address is null ? null : IPAddress.Parse(address)).ShouldBe(network);
}
