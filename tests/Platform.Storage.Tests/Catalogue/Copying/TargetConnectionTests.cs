using System.Net;
using Platform.Storage.Catalogue.Copying;

namespace Platform.Storage.Tests.Catalogue.Copying;

/// <summary>Which addresses a server of others may not stand at.</summary>
public sealed class TargetConnectionTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:192.168.1.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("64:ff9b::7f00:1", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("2001:4860:4860::8888", false)]
    public void PrivateNetworks_AreKnown(string address, bool isPrivate) => TargetConnection.IsPrivate(IPAddress.Parse(address)).ShouldBe(isPrivate);
}
