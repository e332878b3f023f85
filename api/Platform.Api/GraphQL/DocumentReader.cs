using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Options;
using Platform.Api.Transport;

namespace Platform.Api.GraphQL;

/// <summary>Turns a document's text into its syntax tree: from the cache, or measured, parsed and measured again.</summary>
internal sealed class DocumentReader(DocumentCache cache, ISchema schema, IOptions<GraphOptions> options)
{
    // The scan has bounded the brackets; a selection costs the parser three levels.
    private const int ParserLevelsPerBracket = 4;

    private readonly GraphOptions _limits = options.Value;

    public RequestProblem? Read(string text, out ReadDocument document)
    {
        document = default;
        if (cache.Find(text) is { } known)
        {
            document = new ReadDocument(text, known, IsValid: true);
            return null;
        }
        if (DocumentScan.Check(text, _limits) is { } tooMuch)
            return tooMuch;
        try
        {
            var parsed = Parser.Parse(text, new ParserOptions { MaxDepth = _limits.DocumentNesting * ParserLevelsPerBracket });
            document = new ReadDocument(text, parsed, IsValid: false);
            return DocumentMeasure.Check(parsed, _limits) ?? UnknownNames.Check(parsed, schema);
        }
        catch (GraphQLSyntaxErrorException e)
        {
            return Problems.Syntax(e.Description, e.Location.Line, e.Location.Column);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return Problems.DocumentTooDeep("brackets", _limits.DocumentNesting);
        }
    }
}

/// <summary>A document's text and syntax tree.</summary>
/// <param name="Text">The text.</param>
/// <param name="Document">The tree.</param>
/// <param name="IsValid">Whether the schema's rules have been checked before.</param>
internal readonly record struct ReadDocument(string Text, GraphQLDocument Document, bool IsValid);
