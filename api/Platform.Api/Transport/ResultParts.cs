using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GraphQL;

namespace Platform.Api.Transport;

/// <summary>The answers of an operation one after the other: one for a query or mutation, any number for a subscription.</summary>
internal static class ResultParts
{
    // A subscription's source waits when its client is this far behind.
    private const int MostWaiting = 64;

    public static async IAsyncEnumerable<ExecutionResult> PartsAsync(this ExecutionResult result, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (result.Streams is not { Count: > 0 } streams)
        {
            yield return result;
            yield break;
        }
        var queue = Channel.CreateBounded<ExecutionResult>(MostWaiting);
        using var subscription = streams.Values.Single().Subscribe(new Into(queue.Writer));
        await foreach (var part in queue.Reader.ReadAllAsync(cancellationToken))
            yield return part;
    }

    private sealed class Into(ChannelWriter<ExecutionResult> queue) : IObserver<ExecutionResult>
    {
        public void OnNext(ExecutionResult value)
        {
            if (!queue.TryWrite(value))
                queue.TryComplete(new InvalidOperationException("The client is too far behind its subscription."));
        }

        public void OnError(Exception error) => queue.TryComplete(error);

        public void OnCompleted() => queue.TryComplete();
    }
}
