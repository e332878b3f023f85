using GraphQL;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>Why a request about a file is refused: a stable code and a sentence in both languages.</summary>
internal sealed record FileProblem(string Code, string Vietnamese, string English)
{
    public static FileProblem Of(FileRefusal refusal) => new(refusal.Code.ToString().ToConstantCase(), refusal.Vietnamese, refusal.English);

    public static FileProblem Of(AccessRefusal refusal)
    {
        var (vietnamese, english) = AccessWording.Of(refusal);
        return new FileProblem(refusal.ToString().ToConstantCase(), vietnamese, english);
    }
}
