using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Platform.Api.GraphQL.Reading;

/// <summary>Reads one column of a result as the model's value, by the same type mapping that EF would use.</summary>
internal static class CellReader
{
    public static Func<DbDataReader, int, object?> For(RelationalTypeMapping mapping)
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        var ordinal = Expression.Parameter(typeof(int), "ordinal");
        var read = Expression.Lambda<Func<DbDataReader, int, object?>>(
            Expression.Condition(
                Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, ordinal),
                Expression.Constant(null, typeof(object)),
                Expression.Convert(Value(mapping, reader, ordinal), typeof(object))),
            reader,
            ordinal);
        return read.Compile();
    }

    private static Expression Value(RelationalTypeMapping mapping, ParameterExpression reader, ParameterExpression ordinal)
    {
        var method = mapping.GetDataReaderMethod();
        Expression source = method.DeclaringType == typeof(DbDataReader) ? reader : Expression.Convert(reader, method.DeclaringType!);
        var value = mapping.CustomizeDataReaderExpression(Expression.Call(source, method, ordinal));
        if (mapping.Converter is not { } converter)
            return value;
        var convert = converter.ConvertFromProviderExpression;
        var argument = convert.Parameters[0];
        return ReplacingExpressionVisitor.Replace(argument, argument.Type == value.Type ? value : Expression.Convert(value, argument.Type), convert.Body);
    }
}
