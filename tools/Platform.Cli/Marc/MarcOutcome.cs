using Platform.Marc;

namespace Platform.Cli.Marc;

/// <summary>Says the problems of a run on standard error and sums them up in an exit code.</summary>
internal sealed class MarcOutcome(string input)
{
    /// <summary>The worst that happened; null when nothing did.</summary>
    public MarcSeverity? Worst { get; private set; }

    /// <summary>0 all records were read whole, 1 some were repaired or lost, 2 reading stopped.</summary>
    public int ExitCode => Worst switch
    {
        null or MarcSeverity.Note => CommandHost.Done,
        MarcSeverity.Fatal => CommandHost.Failed,
        _ => CommandHost.Partial,
    };

    /// <summary>Takes note of problems and says those that matter.</summary>
    public void Report(IReadOnlyList<MarcProblem> problems)
    {
        foreach (var problem in problems)
        {
            Note(problem);
            if (problem.Severity > MarcSeverity.Note)
                Console.Error.WriteLine($"{input}: {problem}");
        }
    }

    /// <summary>Takes note of a problem without saying it.</summary>
    public void Note(MarcProblem problem) => Worst = Worst > problem.Severity ? Worst : problem.Severity;
}
