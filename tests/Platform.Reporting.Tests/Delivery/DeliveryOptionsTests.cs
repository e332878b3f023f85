using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Reporting.Delivery;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>Settings that cannot work stop the start and are named.</summary>
public sealed class DeliveryOptionsTests
{
    [Theory]
    [InlineData("Delivery:Lease", "00:01:00", "Delivery:Lease must be longer than Delivery:Timeout ('00:02:00'), was '00:01:00'.")]
    [InlineData("Delivery:MaxAttempts", "0", "Delivery:MaxAttempts must be at least 1, was 0.")]
    [InlineData("Delivery:Folder:Root", "bao-cao", "Delivery:Folder:Root must be a full path, was 'bao-cao'.")]
    [InlineData("Delivery:Mail:Host", "post", "Delivery:Mail:From must be a mail address, was ''.")]
    [InlineData("Delivery:Sftp:Host", "so", "Delivery:Sftp:HostKey must hold the server's key, was empty.")]
    [InlineData("Delivery:Http:Address", "http://csdl.example.vn/", "Delivery:Http:Address must be an https address (http only on this machine) that ends in '/', was 'http://csdl.example.vn/'.")]
    public async Task SettingThatCannotWork_IsNamedWithItsValue(string key, string value, string fault)
    {
        await using var office = (await DeliveryOffice.OpenAsync()).With(key, value);

        var thrown = Should.Throw<OptionsValidationException>(() => office.Services.GetRequiredService<IOptions<DeliveryOptions>>().Value);

        thrown.Failures.ShouldContain(fault);
    }
}
