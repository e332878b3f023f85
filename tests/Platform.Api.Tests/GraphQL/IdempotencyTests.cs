using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;

namespace Platform.Api.Tests.GraphQL;

/// <summary>A repeated mutation with the same key does nothing again and answers what the first one answered.</summary>
public sealed class IdempotencyTests
{
    [Fact]
    public async Task FiftyCallsAtOnceWithOneKey_HaveOneEffectAndFiftyEqualAnswers()
    {
        await using var api = await PlatformApi.StartAsync();

        var payloads = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => OpenAsync(api, new OpenLibraryInput { Name = "Một", IdempotencyKey = "k" }))));

        payloads.Select(p => p.Library).Distinct().Count().ShouldBe(1);
        payloads.ShouldAllBe(p => p.Errors.Count == 0);
        await using var db = api.Database.Open();
        (await db.Libraries.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task SameKeyWithAnotherInput_IsAnError()
    {
        await using var api = await PlatformApi.StartAsync();
        await OpenAsync(api, new OpenLibraryInput { Name = "Một", IdempotencyKey = "k" });

        var payload = await OpenAsync(api, new OpenLibraryInput { Name = "Hai", IdempotencyKey = "k" });

        payload.Errors.ShouldBe([IdempotencyKeyReused.Of("k")]);
    }

    [Fact]
    public async Task RefusedCall_IsAnsweredAgainWithItsErrors()
    {
        await using var api = await PlatformApi.StartAsync();
        var first = await OpenAsync(api, new OpenLibraryInput { Name = "", IdempotencyKey = "k" });

        var second = await OpenAsync(api, new OpenLibraryInput { Name = "", IdempotencyKey = "k" });

        first.Errors.Single().ShouldBeOfType<InvalidInput>().Field.ShouldBe("name");
        second.Errors.ShouldBe(first.Errors);
    }

    [Fact]
    public async Task KeysOfTwoCallers_NeverMeet()
    {
        await using var api = await PlatformApi.StartAsync();
        var first = await OpenAsync(api, new OpenLibraryInput { Name = "Một", IdempotencyKey = "k" });
        api.Scope = Scope.System;

        var second = await OpenAsync(api, new OpenLibraryInput { Name = "Một", IdempotencyKey = "k" });

        second.Library.ShouldNotBe(first.Library);
    }

    [Fact]
    public async Task FaultInTheMiddle_LeavesTheKeyFree()
    {
        await using var api = await PlatformApi.StartAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => OpenAsync(api, new OpenLibraryInput { Name = "fault", IdempotencyKey = "k" }));

        await using var db = api.Database.Open();

        (await db.Libraries.CountAsync()).ShouldBe(0);
        (await db.IdempotentCalls.CountAsync()).ShouldBe(0);
    }

    private static async Task<OpenLibraryPayload> OpenAsync(PlatformApi api, OpenLibraryInput input)
    {
        await using var scope = api.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MutationRunner>().RunAsync<OpenLibrary, OpenLibraryInput, OpenLibraryPayload>(input, CancellationToken.None);
    }

    private sealed class OpenLibrary(LibraryDb db) : IMutation<OpenLibraryInput, OpenLibraryPayload>
    {
        public async Task<OpenLibraryPayload> RunAsync(OpenLibraryInput input, CancellationToken cancellationToken)
        {
            if (input.Name.Length == 0)
                return new OpenLibraryPayload { Errors = [new InvalidInput("name", "Thiếu tên.", "The name is missing.")] };
            var library = A.Library(name: input.Name);
            db.Libraries.Add(library);
            await db.SaveChangesAsync(cancellationToken);
            return input.Name == "fault" ? throw new InvalidOperationException("After the save.") : new OpenLibraryPayload { Library = library.Id };
        }
    }

    private sealed record OpenLibraryInput : MutationInput
    {
        public required string Name { get; init; }
    }

    private sealed record OpenLibraryPayload : Payload
    {
        public Ref<Library>? Library { get; init; }
    }
}
