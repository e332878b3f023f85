using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Access;
using Platform.Model.Access;

namespace Platform.Api.Tests.Access;

/// <summary>Whom a verified address from outside opens an account to.</summary>
public sealed class OutsideAccountsTests
{
    private const string Address = "lan.nt@hoaban.edu.test";

    [Theory]
    [InlineData(Address, "true", "THHB", true)]
    [InlineData("LAN.NT@HoaBan.edu.test", "true", "THHB", true)]
    [InlineData(Address, "false", "THHB", false)]
    [InlineData(Address, null, "THHB", false)]
    [InlineData(Address, "true", "OTHER", false)]
    [InlineData("lan.nt@evil.test", "true", "THHB", false)]
    [InlineData("lan.nt@hoaban.edu.test.evil.test", "true", "THHB", false)]
    [InlineData("someone@hoaban.edu.test", "true", "THHB", false)]
    public async Task Address_OpensTheAccountOfItsName_OnlyIfVerifiedAndOfTheIssuersLibrary(string address, string? verified, string library, bool opens)
    {
        await using var host = await AccessHost.StartAsync();
        var own = await host.Database.HasAsync(A.Library("THHB"));
        await host.Database.HasAsync(A.Library("OTHER"));
        var account = await host.HasPersonAsync(Address, new RoleAssignment { Role = Role.Teacher, LibraryId = own.Id, FromOn = A.Today });
        var claims = new List<Claim> { new("sub", "g-1"), new("email", address) };
        if (verified is not null)
            claims.Add(new Claim("email_verified", verified));

        await using var scope = host.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<OutsideAccounts>().AccountForAsync(
            new OutsideIssuer { Name = "school", Library = library, EmailDomain = "hoaban.edu.test" },
            new ClaimsPrincipal(new ClaimsIdentity(claims, "school")), null, TestContext.Current.CancellationToken);

        found?.Id.ShouldBe(opens ? account.Id : 0);
        (found is not null).ShouldBe(opens);
    }
}
