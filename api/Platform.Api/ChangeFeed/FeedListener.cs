using System.Runtime.CompilerServices;
using Platform.Api.Access;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed;
using Platform.Storage;

namespace Platform.Api.ChangeFeed;

/// <summary>
/// The change feed as one caller follows it. When the caller's roles change, or its account is locked, the stream ends within seconds:
/// the caller subscribes again, after the last sequence it has seen, and is judged anew.
/// </summary>
internal sealed class FeedListener(FeedTail tail, Scope scope, LibraryDbFactory databases, TimeProvider clock)
{
    private DateTimeOffset _judgedAt = clock.GetUtcNow();

    /// <summary>The entries after the sequence, or from now on.</summary>
    public async IAsyncEnumerable<ChangeFeedEntry> FollowAsync(long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in tail.FollowAsync(after, cancellationToken))
        {
            if (!await IsStillTheSameAsync(cancellationToken))
                yield break;
            yield return entry;
        }
    }

    private async ValueTask<bool> IsStillTheSameAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (scope.AccountId is not { } account || now - _judgedAt < BearerScopes.KeptFor)
            return true;
        await using var db = databases.For(AccountsScope.SignIn);
        var current = await BearerScopes.AccountScopeAsync(db, account, clock.Today(), cancellationToken);
        _judgedAt = now;
        return current is not null && scope.Permissions.All(permission => IsSame(scope.ReachOf(permission), current.ReachOf(permission)))
            && scope.OwnPatronIds.SequenceEqual(current.OwnPatronIds);
    }

    private static bool IsSame(Reach one, Reach other) => one.Everywhere == other.Everywhere && one.LibraryIds.SequenceEqual(other.LibraryIds);
}
