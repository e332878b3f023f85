using GraphQL.Types;
using GraphQLParser.AST;

namespace Platform.Api.Transport.Uploads;

/// <summary>A file of a multipart request; it can only stand in a variable.</summary>
internal sealed class UploadScalar : ScalarGraphType
{
    public UploadScalar()
    {
        Name = "Upload";
        Description = "A file sent with the request (GraphQL multipart request specification): null in the variables, and named by the request's map.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value is GraphQLNullValue ? null : ThrowLiteralConversionError(value);

    public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLNullValue;

    public override object? ParseValue(object? value) => value is null or UploadedFile ? value : ThrowValueConversionError(value);

    public override bool CanParseValue(object? value) => value is null or UploadedFile;

    public override object? Serialize(object? value) => value is null ? null : ThrowSerializationError(value);
}
