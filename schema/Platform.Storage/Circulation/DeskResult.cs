using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>What the desk did, or why it did nothing. Exactly one of the two is there.</summary>
/// <param name="Done">What was done; null when refused.</param>
/// <param name="Refusals">Every reason that stood in the way, those that cannot be overridden first; empty when done.</param>
public sealed record DeskResult<T>(T? Done, IReadOnlyList<DeskRefusal> Refusals)
    where T : class
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Done is not null;
}

/// <summary>A refusal and the token with which it is overridden.</summary>
/// <param name="Refusal">The reason.</param>
/// <param name="OverrideToken">Send it back to override; null where that cannot be done.</param>
public sealed record DeskRefusal(Refusal Refusal, string? OverrideToken);

/// <summary>Makes results.</summary>
public static class DeskResult
{
    /// <summary>It was done.</summary>
    public static DeskResult<T> Of<T>(T done)
        where T : class => new(done, []);

    /// <summary>It was refused, and nobody can override it.</summary>
    public static DeskResult<T> Refused<T>(Refusal refusal)
        where T : class => new(null, [new DeskRefusal(refusal, null)]);

    /// <summary>It was refused.</summary>
    public static DeskResult<T> Refused<T>(IReadOnlyList<DeskRefusal> refusals)
        where T : class => new(null, refusals);
}
