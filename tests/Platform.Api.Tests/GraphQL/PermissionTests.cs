using System.Text.Json;
using global::GraphQL;
using global::GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model.Access;

namespace Platform.Api.Tests.GraphQL;

/// <summary>Every field is denied to nobody in particular, unless it is on the short public list; filters and orders tell no more than fields.</summary>
public sealed class PermissionTests
{
    [Fact]
    public async Task AnonymousCaller_ReadsPublicFieldsOnly()
    {
        await using var api = await PlatformApi.StartAsync();
        var schema = api.Services.GetRequiredService<ISchema>();

        var open = new List<string>();
        foreach (var type in schema.AllTypes.OfType<IObjectGraphType>().Where(t => t.Name is "Item" or "Library"))
            foreach (var field in type.Fields.Where(f => f.ResolvedType!.GetNamedType() is ScalarGraphType))
                if ((await api.AnswerAsync($"{{ node(id: \"SXRlbTox\") {{ ... on {type.Name} {{ {field.Name} }} }} }}")).TryGetProperty("data", out _))
                    open.Add($"{type.Name}.{field.Name}");

        open.Order(StringComparer.Ordinal).ShouldBe(
        [
            "Item.acquiredOn", "Item.availability", "Item.callNumber", "Item.id", "Item.location", "Item.registrationNumber", "Item.status", "Item.type", "Item.version", "Item.withdrawnOn",
            "Library.code", "Library.id", "Library.latitude", "Library.level", "Library.longitude", "Library.name", "Library.place", "Library.shortName", "Library.version",
        ]);
    }

    [Theory]
    [InlineData("{ items { nodes { price } } }", "Item.price needs the permission EDIT_CATALOGUE: sign in.")]
    [InlineData("{ ...F } fragment F on Query { node(id: \"x\") { ... on Item { price } } }", "Item.price needs the permission EDIT_CATALOGUE: sign in.")]
    [InlineData("{ items(where: { price: { gt: 1 } }) { totalCount } }", "Item.price needs the permission EDIT_CATALOGUE: sign in.")]
    [InlineData("{ records { nodes { items(where: { or: [{ and: [{ price: { eq: 1 } }] }] }) { totalCount } } } }", "Item.price needs the permission EDIT_CATALOGUE: sign in.")]
    public async Task ProtectedColumn_IsDeniedHoweverItIsUsed(string query, string message)
    {
        await using var api = await PlatformApi.StartAsync();

        using var response = await api.PostAsync(query);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        ((int)response.StatusCode).ShouldBe(401);
        answer.ToString().ShouldContain(message);
        answer.ToString().ShouldContain("UNAUTHENTICATED");
        answer.TryGetProperty("data", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task FilterInAVariable_IsDeniedAsInTheText()
    {
        await using var api = await PlatformApi.StartAsync();
        api.Scope = new Scope { Actor = "reader", Permissions = new HashSet<Permission> { Permission.ReadCatalogue } };

        using var response = await api.PostAsync("query ($w: ItemFilterInput) { items(where: $w) { totalCount } }", new { w = new { price = new { eq = 1 } } });

        ((int)response.StatusCode).ShouldBe(403);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Item.price needs the permission EDIT_CATALOGUE.");
    }

    [Fact]
    public async Task CallerWithThePermission_ReadsTheField()
    {
        await using var api = await PlatformApi.StartAsync();
        api.Scope = Scope.System;
        var library = await api.Database.HasAsync(A.Library());
        await api.Database.HasAsync(A.Item(await api.Database.HasAsync(A.Record(library))));

        (await api.DataAsync("{ items(where: { price: { gt: 1 } }) { nodes { price funding } } }")).ToString()
            .ShouldBe("""{"items":{"nodes":[{"price":25000,"funding":"BUDGET"}]}}""");
    }
}
