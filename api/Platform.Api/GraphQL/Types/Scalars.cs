using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Platform.Api.GraphQL.Types;

/// <summary>A calendar day as <c>2026-09-05</c>: the school's day, without a time zone.</summary>
internal sealed class DateScalar : ScalarGraphType
{
    private const string Form = "yyyy-MM-dd";

    public DateScalar()
    {
        Name = "Date";
        Description = "A calendar day in Vietnam, written as 2026-09-05 (ISO 8601).";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue(text.Value.ToString()),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        DateOnly day => day,
        string text when DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString(Form, CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };
}

/// <summary>An instant in UTC as <c>2026-09-05T00:30:00.000Z</c>.</summary>
internal sealed class DateTimeScalar : ScalarGraphType
{
    public DateTimeScalar()
    {
        Name = "DateTime";
        Description = "An instant, answered in UTC with milliseconds as 2026-09-05T00:30:00.000Z (RFC 3339); an input may carry another offset.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue(text.Value.ToString()),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        DateTimeOffset instant => instant.ToUniversalTime(),
        string text when HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) => instant.ToUniversalTime(),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };

    // Without an offset nobody knows which instant is meant.
    private static bool HasOffset(string text) =>
        text.Contains('T', StringComparison.OrdinalIgnoreCase)
        && (text.EndsWith("Z", StringComparison.OrdinalIgnoreCase) || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.OrdinalIgnoreCase));
}
