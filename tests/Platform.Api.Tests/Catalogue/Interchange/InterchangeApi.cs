using Microsoft.Extensions.Time.Testing;

namespace Platform.Api.Tests.Catalogue.Interchange;

/// <summary>One host for the tests of a class, on a port of its own, telling two records at a time.</summary>
public sealed class InterchangeApi : IAsyncLifetime
{
    public PlatformApi Api { get; private set; } = null!; // set before any test runs

    public FakeTimeProvider Clock { get; } = new(A.Noon);

    public async ValueTask InitializeAsync() =>
        Api = await PlatformApi.StartAsync(new() { ["Oai:PageSize"] = "2" }, listens: true, clock: Clock);

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
