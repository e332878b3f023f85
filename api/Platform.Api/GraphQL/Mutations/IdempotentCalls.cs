using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQL;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Api.GraphQL.Mutations;

/// <summary>
/// Carries a mutation out once for a caller's key. The key's row is written first, in the transaction of the change: of many calls at
/// once the unique index lets one through, and the others wait for it and answer what it answered.
/// </summary>
internal sealed class IdempotentCalls(LibraryDb db, TimeProvider clock)
{
    private const int SecretRounds = 100_000;

    public async Task<TPayload> OnceAsync<TInput, TPayload>(Type mutation, TInput input, Func<Task<TPayload>> perform, CancellationToken cancellationToken)
        where TInput : MutationInput
        where TPayload : Payload, new()
    {
        var call = new IdempotentCall
        {
            Actor = db.Scope.Actor,
            Key = input.IdempotencyKey!, // only calls with a key come here
            Mutation = mutation.Name.ToCamelCase(),
            InputHash = HashOf(input),
            At = clock.GetUtcNow(),
        };
        if (await FindAsync(call, cancellationToken) is { } known)
            return Replay<TPayload>(known, call);
        return mutation.GetCustomAttribute<SavesByItselfAttribute>() is null
            ? await InOneTransactionAsync(call, perform, cancellationToken)
            : await AfterwardsAsync(call, perform, cancellationToken);
    }

    private async Task<TPayload> InOneTransactionAsync<TPayload>(IdempotentCall call, Func<Task<TPayload>> perform, CancellationToken cancellationToken)
        where TPayload : Payload, new()
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LostAsync<TPayload>(call, cancellationToken) is { } first)
            return first;
        var payload = await perform();
        var answer = PayloadJson<TPayload>.Write(payload);
        await db.IdempotentCalls.Where(c => c.Id == call.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Answer, answer), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return payload;
    }

    private async Task<TPayload> AfterwardsAsync<TPayload>(IdempotentCall call, Func<Task<TPayload>> perform, CancellationToken cancellationToken)
        where TPayload : Payload, new()
    {
        var payload = await perform();
        call.Answer = PayloadJson<TPayload>.Write(payload);
        return await LostAsync<TPayload>(call, cancellationToken) ?? payload;
    }

    /// <summary>Enters the call; where another one was first, its answer.</summary>
    private async Task<TPayload?> LostAsync<TPayload>(IdempotentCall call, CancellationToken cancellationToken)
        where TPayload : Payload, new()
    {
        db.IdempotentCalls.Add(call);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            db.Entry(call).State = EntityState.Detached;
            return null;
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsOn(fault, db, IdempotencyTables.OneCallPerKey))
        {
            db.ChangeTracker.Clear();
            return Replay<TPayload>((await FindAsync(call, cancellationToken))!, call); // the index says it is there
        }
    }

    private Task<IdempotentCall?> FindAsync(IdempotentCall call, CancellationToken cancellationToken) =>
        db.IdempotentCalls.AsNoTracking().FirstOrDefaultAsync(c => c.Actor == call.Actor && c.Key == call.Key, cancellationToken);

    private static TPayload Replay<TPayload>(IdempotentCall known, IdempotentCall call)
        where TPayload : Payload, new() =>
        known.Mutation == call.Mutation && known.InputHash == call.InputHash
            ? PayloadJson<TPayload>.Read(known.Answer!) // an entered call has its answer
            : new TPayload { Errors = [IdempotencyKeyReused.Of(call.Key)] };

    // A password goes in as slowly as into its own hash: this row must not be the easier one to guess it from.
    private static string HashOf(MutationInput input)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(input with { IdempotencyKey = null }, input.GetType()));
        if (input.Secret is { } secret)
            hash.AppendData(Rfc2898DeriveBytes.Pbkdf2(secret, Encoding.UTF8.GetBytes(input.IdempotencyKey!), SecretRounds, HashAlgorithmName.SHA512, 32)); // as above
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
