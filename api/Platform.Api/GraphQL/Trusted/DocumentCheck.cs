using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Platform.Api.GraphQL.Trusted;

/// <summary>Checks a document against limits and schema, apart from any caller and any values.</summary>
internal sealed class DocumentCheck(DocumentReader reader, IDocumentValidator validator, ISchema schema)
{
    /// <summary>What is wrong with the document, in English; null when it can be run.</summary>
    public async Task<(string? Fault, ReadDocument Document)> OfAsync(string text, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (reader.Read(text, out var document) is { } problem)
            return (problem.English, document);
        if (document.Document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault() is not { } operation)
            return ("it has no operation.", document);
        var result = await validator.ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document.Document,
            Operation = operation,
            Variables = Inputs.Empty,
            RequestServices = services,
            CancellationToken = cancellationToken,
            Rules = DocumentValidator.CoreRules,
        });
        return (result.Errors.FirstOrDefault(error => error is not InvalidVariableError)?.Message, document);
    }
}
