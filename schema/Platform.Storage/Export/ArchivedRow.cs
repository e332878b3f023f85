using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Platform.Storage.Export;

/// <summary>Writes rows of an entity as JSON, column by column as the model says, and reads them back: a new column is in it without a change here.</summary>
internal sealed class ArchivedRow(IEntityType entity)
{
    private readonly IProperty[] _properties = [.. entity.GetProperties().Where(p => !p.IsShadowProperty()).OrderBy(p => p.Name, StringComparer.Ordinal)];

    public IReadOnlyList<IProperty> Properties => _properties;

    /// <summary>The row as one line without its end; the named columns are left empty.</summary>
    public byte[] Write(object row, IReadOnlySet<IProperty> blank)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var property in _properties)
            {
                json.WritePropertyName(property.Name);
                if (blank.Contains(property) || ValueOf(row, property) is not { } value)
                    json.WriteNullValue();
                else
                    JsonSerializer.Serialize(json, value, value.GetType());
            }
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    /// <summary>The values of a line by property, as the model has them.</summary>
    /// <exception cref="JsonException">The line is no row of the entity.</exception>
    public IReadOnlyDictionary<IProperty, object?> Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        return _properties.ToDictionary(property => property, property => Read(json.RootElement.GetProperty(property.Name), property));
    }

    /// <summary>The value of a key column, as a number; null when empty.</summary>
    public static long? KeyOf(object row, IProperty property) => property.GetGetter().GetClrValueUsingContainingEntity(row) as long?;

    // The provider's value, so that an archive says what the database holds, on either database.
    private static object? ValueOf(object row, IProperty property)
    {
        var value = property.GetGetter().GetClrValueUsingContainingEntity(row);
        return value is null ? null : property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;
    }

    private static object? Read(JsonElement element, IProperty property)
    {
        if (element.ValueKind is JsonValueKind.Null)
            return null;
        var converter = property.GetTypeMapping().Converter;
        var type = converter?.ProviderClrType ?? property.ClrType;
        var value = element.Deserialize(Nullable.GetUnderlyingType(type) ?? type);
        return converter is null ? value : converter.ConvertFromProvider(value);
    }
}
