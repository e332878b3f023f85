using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Transport;

namespace Platform.Api.Tests;

/// <summary>The public contract, and what every part of it must have.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Sdl_IsTheReviewedOne()
    {
        await using var api = await PlatformApi.StartAsync();

        Golden.Match(SchemaText.Print(api.Services.GetRequiredService<ISchema>()), "schema/graphql/schema.graphql");
    }

    [Fact]
    public async Task EveryTypeFieldArgumentAndValue_IsDescribed()
    {
        await using var api = await PlatformApi.StartAsync();
        var schema = api.Services.GetRequiredService<ISchema>();
        schema.Initialize();

        string[] builtIn = ["String", "Boolean", "ID", "Int", "Float"];
        var types = schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && !builtIn.Contains(type.Name)).ToList();

        types.SelectMany(Undescribed).ShouldBeEmpty();
    }

    private static IEnumerable<string> Undescribed(IGraphType type)
    {
        if (string.IsNullOrWhiteSpace(type.Description))
            yield return type.Name;
        if (type is IComplexGraphType complex)
            foreach (var field in complex.Fields)
            {
                if (string.IsNullOrWhiteSpace(field.Description))
                    yield return $"{type.Name}.{field.Name}";
                foreach (var argument in field.Arguments ?? [])
                    if (string.IsNullOrWhiteSpace(argument.Description))
                        yield return $"{type.Name}.{field.Name}({argument.Name})";
            }
        if (type is EnumerationGraphType closed)
            foreach (var value in closed.Values)
                if (string.IsNullOrWhiteSpace(value.Description))
                    yield return $"{type.Name}.{value.Name}";
    }
}
