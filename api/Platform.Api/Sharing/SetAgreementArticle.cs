using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Gives an article of a group's agreement its wording from a day on; the former wording ends the day before and stays to be read.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class SetAgreementArticle(LibraryDb db) : IMutation<SetAgreementArticleInput, SetAgreementArticlePayload>
{
    public async Task<SetAgreementArticlePayload> RunAsync(SetAgreementArticleInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.Leads(input.GroupId.Key))
            return No(NotPermitted.ForGroup);
        if (input.Number < 1 || string.IsNullOrWhiteSpace(input.Title) || input.Title.Length > Lengths.Line || string.IsNullOrWhiteSpace(input.Text))
            return No(new InvalidInput("number", "Điều khoản cần số từ 1, tên (đến 500 ký tự) và nội dung.", "An article needs a number from 1, a title of at most 500 characters and a text."));
        var former = await db.AgreementArticles.Where(a => a.GroupId == input.GroupId.Key && a.Number == input.Number).ToListAsync(cancellationToken);
        if (GroupPolicy.AgainstWording(former, input.FromOn) is { } refusal)
            return No(GroupRefused.Of(refusal, input.FromOn));

        var article = former.Find(a => a.FromOn == input.FromOn);
        if (article is null)
        {
            foreach (var earlier in former.Where(a => a.UntilOn is null || a.UntilOn >= input.FromOn))
                earlier.UntilOn = input.FromOn.AddDays(-1);
            article = new AgreementArticle { GroupId = input.GroupId.Key, Number = input.Number, Title = "", Text = "", FromOn = input.FromOn };
            db.AgreementArticles.Add(article);
        }
        (article.Title, article.Text, article.UntilOn) = (input.Title.Trim().Normalize(), input.Text.Normalize(), input.UntilOn);
        await db.SaveChangesAsync(cancellationToken);
        return new SetAgreementArticlePayload { Article = article.Id };
    }

    private static SetAgreementArticlePayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>An article's wording.</summary>
internal sealed record SetAgreementArticleInput : MutationInput
{
    /// <summary>The group.</summary>
    public required Ref<LibraryGroup> GroupId { get; init; }

    /// <summary>Number of the article (Điều), from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its heading, at most 500 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    /// <summary>First day of this wording. The day of an existing wording corrects that one.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day of this wording; null while it has no end.</summary>
    public DateOnly? UntilOn { get; init; }
}

/// <summary>The article afterwards.</summary>
[FailsWith(typeof(GroupRefused))]
internal sealed record SetAgreementArticlePayload : Payload
{
    /// <summary>The wording.</summary>
    public Ref<AgreementArticle>? Article { get; init; }
}
