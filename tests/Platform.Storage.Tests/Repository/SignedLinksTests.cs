using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Storage.Tests.Repository;

/// <summary>Links that only the platform can make, for a short time.</summary>
public sealed class SignedLinksTests
{
    private static readonly LinkTicket Ticket = new(42, AccessAction.ReadOnline, new LinkReader(Standing.MemberPupil, 3, 7), Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), A.Noon.AddMinutes(10));

    [Fact]
    public async Task Link_GivesItsTicketBack_UntilItExpires()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        var links = new SignedLinks(disk.Options, disk.Store, disk.Clock);
        var anonymous = Ticket with { Reader = new LinkReader(Standing.Outsider, null, null), LeaseId = null };

        links.Open(links.Sign(Ticket)).ShouldBe(Ticket);
        links.Open(links.Sign(anonymous)).ShouldBe(anonymous);
        disk.Clock.Advance(TimeSpan.FromMinutes(10));
        links.Open(links.Sign(Ticket)).ShouldBeNull();
    }

    [Fact]
    public async Task ChangedOrForeignLink_IsNoLink()
    {
        await using var disk = await StoreOnDisk.CreateAsync();
        var links = new SignedLinks(disk.Options, disk.Store, disk.Clock);
        var text = links.Sign(Ticket);
        var foreign = new SignedLinks(Options.Create(new FileStoreOptions { LinkSecret = new string('x', 32) }), disk.Store, new FakeTimeProvider(A.Noon));

        links.Open("43" + text[2..]).ShouldBeNull();
        links.Open(foreign.Sign(Ticket)).ShouldBeNull();
        foreach (var broken in new[] { "", ".", "42", text[..^1], text + "A", text + "=", new string('.', 20) })
            links.Open(broken).ShouldBeNull(broken);
    }

    [Fact]
    public async Task KeyIsKept_SoThatARestartKeepsLinks()
    {
        await using var disk = await StoreOnDisk.CreateAsync();

        var text = new SignedLinks(disk.Options, disk.Store, disk.Clock).Sign(Ticket);

        new SignedLinks(disk.Options, disk.Store, disk.Clock).Open(text).ShouldBe(Ticket);
    }
}
