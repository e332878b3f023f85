using GraphQL.Validation;
using GraphQLParser.AST;
using Platform.Api.Transport;
using Platform.Model.Access;

namespace Platform.Api.GraphQL.Costs;

/// <summary>Prices an operation that is valid and permitted, before anything of it runs.</summary>
/// <param name="priced">What is done with the price; the problem it answers refuses the operation.</param>
internal sealed class CostRule(Func<OperationPrice, IServiceProvider, CancellationToken, ValueTask<RequestProblem?>> priced) : ValidationRuleBase, INodeVisitor
{
    /// <summary>The operation is charged.</summary>
    public CostRule()
        : this((price, services, cancellationToken) => services.GetRequiredService<OperationCharge>().PayAsync(price, cancellationToken))
    {
    }

    public override ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context) => new(this);

    public ValueTask EnterAsync(ASTNode node, ValidationContext context) => ValueTask.CompletedTask;

    // Leaving the document is the last of all: an operation that is refused for another reason is not paid.
    public async ValueTask LeaveAsync(ASTNode node, ValidationContext context)
    {
        if (node is not GraphQLDocument || context.HasErrors)
            return;
        var services = context.RequestServices!; // the runner always gives services
        var price = Pricing.Of(context, services.GetRequiredService<Scope>());
        if (await priced(price, services, context.CancellationToken) is { } problem)
            context.ReportError(new RequestError(problem));
    }
}
