namespace Platform.EducationSandbox;

/// <summary>How the sandbox is to treat the next requests: a list of cues that are used up in order, each at its own stage.</summary>
public sealed class Script
{
    private readonly Lock _gate = new();
    private readonly List<Cue> _cues = [];

    /// <summary>The cues not used up yet.</summary>
    public IReadOnlyList<Cue> Pending
    {
        get
        {
            lock (_gate)
                return [.. _cues];
        }
    }

    /// <summary>Adds a cue; with <see cref="Cue.Times"/> it holds for that many requests.</summary>
    public void Add(Cue cue)
    {
        lock (_gate)
            _cues.Add(cue);
    }

    /// <summary>Forgets all cues: everything is treated as usual.</summary>
    public void Clear()
    {
        lock (_gate)
            _cues.Clear();
    }

    /// <summary>The cue for a request at the stage, used up by one; null when it is to be treated as usual.</summary>
    public Cue? Next(Stage stage)
    {
        lock (_gate)
        {
            var index = _cues.FindIndex(cue => cue.Stage == stage);
            if (index < 0)
                return null;
            var cue = _cues[index];
            if (cue.Times > 1)
                _cues[index] = cue with { Times = cue.Times - 1 };
            else
                _cues.RemoveAt(index);
            return cue;
        }
    }
}

/// <summary>One instruction to the sandbox.</summary>
/// <param name="Act">What it does.</param>
/// <param name="Stage">At which kind of request.</param>
/// <param name="Times">For how many requests.</param>
/// <param name="Seconds">How long a slow one takes, or what a busy one asks to wait.</param>
/// <param name="Message">What a rejection says.</param>
public sealed record Cue(Act Act, Stage Stage = Stage.Receive, int Times = 1, double Seconds = 5, string? Message = null);

/// <summary>Kind of request.</summary>
public enum Stage
{
    /// <summary>A delivery comes in.</summary>
    Receive,

    /// <summary>A token is asked for.</summary>
    Token,

    /// <summary>The receipt of a delivery is asked for.</summary>
    Ask,
}

/// <summary>What the sandbox does with a request.</summary>
public enum Act
{
    /// <summary>Refuses it with a message (422).</summary>
    Reject,

    /// <summary>Answers that the period is locked (423).</summary>
    Lock,

    /// <summary>Waits, then treats it as usual, whether or not the sender still listens.</summary>
    Slow,

    /// <summary>Treats it as usual, then waits before it answers.</summary>
    SlowAnswer,

    /// <summary>Cuts the connection without looking at it.</summary>
    Drop,

    /// <summary>Treats it as usual, then cuts the connection instead of answering.</summary>
    DropAnswer,

    /// <summary>Answers 500 without looking at it.</summary>
    Fail,

    /// <summary>Treats it as usual, then answers 500.</summary>
    FailAnswer,

    /// <summary>Answers 503 and asks to come back later.</summary>
    Busy,

    /// <summary>Treats it twice, as a network that repeats requests does.</summary>
    Repeat,
}
