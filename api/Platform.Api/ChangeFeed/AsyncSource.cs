namespace Platform.Api.ChangeFeed;

/// <summary>An asynchronous sequence as the engine wants a subscription's events: the sequence runs while somebody is subscribed.</summary>
internal sealed class AsyncSource<T>(Func<CancellationToken, IAsyncEnumerable<T>> sequence) : IObservable<T>
{
    public IDisposable Subscribe(IObserver<T> observer)
    {
        var ending = new CancellationTokenSource();
        _ = PumpAsync(observer, ending.Token);
        return new Subscription(ending);
    }

    private async Task PumpAsync(IObserver<T> observer, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var value in sequence(cancellationToken))
                observer.OnNext(value);
            observer.OnCompleted();
        }
        catch (OperationCanceledException)
        {
            // Nobody listens any more.
        }
        catch (InvalidOperationException tooSlow)
        {
            observer.OnError(tooSlow);
        }
    }

    private sealed class Subscription(CancellationTokenSource ending) : IDisposable
    {
        public void Dispose() => ending.Cancel();
    }
}
