namespace Platform.Model.Sharing.Rotation;

/// <summary>
/// Proposes which printed sets go where for a semester. The library that is served worst is served next, with the nearest set of what it
/// misses most; so shares stay even and ways short. The result is never worth less than sending each title to the nearest library that
/// needs it. Pure and repeatable: the same problem gives the same proposal.
/// </summary>
public static class RotationPlanner
{
    /// <summary>Proposes a rotation.</summary>
    public static RotationProposal Propose(RotationProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var index = new RotationIndex(problem);
        var simple = NearestFirst(new RotationBoard(problem, index));
        var even = new WorstServedFirst(new RotationBoard(problem, index)).Fill();
        var better = even.Score().Total >= simple.Score().Total ? even : simple;
        return new RotationProposal(better.Sets(), better.Score(), simple.Score(), better.NotSent());
    }

    private static RotationBoard NearestFirst(RotationBoard board)
    {
        for (var title = 0; title < board.Problem.Titles.Count; title++)
            foreach (var to in board.Index.Nearest[board.Index.OwnerOf[title]])
                if (board.Left(title) <= 0 || !board.MaySend(board.Index.OwnerOf[title]))
                    break;
                else
                    board.Take(title, to);
        return board;
    }
}
