using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Platform.Model.Catalogue.Search;

namespace Platform.Storage.Catalogue.Search;

/// <summary>What a page goes on after: the order, how far the text was stretched, the hit's sort value and its key.</summary>
internal sealed record SearchCursor(RecordSearchOrder Order, SearchLeniency Leniency, string Value, long RecordId)
{
    private const char Separator = '.';

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="FormatException">It is none, or one of another order.</exception>
    public static SearchCursor Parse(string text, RecordSearchOrder order) =>
        TryParse(text, order) ?? throw new FormatException($"'{text}' is no cursor of a search ordered by {order}.");

    /// <summary>Reads a cursor; null when it is none, or one of another order.</summary>
    public static SearchCursor? TryParse(string text, RecordSearchOrder order)
    {
        var parts = Decoded(text).Split(Separator, 4);
        var isSound = parts.Length == 4
            && Enum.TryParse<RecordSearchOrder>(parts[0], out var cursorOrder) && cursorOrder == order
            && Enum.TryParse<SearchLeniency>(parts[1], out var leniency) && Enum.IsDefined(leniency)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && (order is RecordSearchOrder.Title || int.TryParse(parts[3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
        return isSound
            ? new SearchCursor(order, Enum.Parse<SearchLeniency>(parts[1]), parts[3], long.Parse(parts[2], CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>The cursor of a hit.</summary>
    public static string Of(FieldDoc hit, RecordSearchOrder order, SearchLeniency leniency)
    {
        var id = Convert.ToInt64(hit.Fields[^1], CultureInfo.InvariantCulture);
        var value = hit.Fields.Length == 1 ? "0" : hit.Fields[0] is BytesRef bytes ? bytes.Utf8ToString() : Convert.ToInt64(hit.Fields[0], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(int)order}.{(int)leniency}.{id}.{value}")));
    }

    /// <summary>The hit that it stands for, as Lucene continues after one.</summary>
    public FieldDoc ToFieldDoc() => new(int.MaxValue, 0, Order switch
    {
        RecordSearchOrder.Relevance => [J2N.Numerics.Single.GetInstance(float.Parse(Value, CultureInfo.InvariantCulture)), Id],
        RecordSearchOrder.Title => [new BytesRef(Value), Id],
        RecordSearchOrder.Newest or RecordSearchOrder.Oldest => [J2N.Numerics.Int32.GetInstance(int.Parse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)), Id],
        RecordSearchOrder.Added => [Id],
        _ => throw new InvalidOperationException($"Unknown order {Order}."),
    });

    /// <summary>The order as Lucene sorts.</summary>
    public static Sort SortOf(RecordSearchOrder order)
    {
        var byId = new SortField(IndexFields.Id, SortFieldType.INT64);
        return order switch
        {
            RecordSearchOrder.Relevance => new Sort(SortField.FIELD_SCORE, byId),
            RecordSearchOrder.Title => new Sort(new SortField(IndexFields.TitleKey, SortFieldType.STRING), byId),
            RecordSearchOrder.Newest => new Sort(new SortField(IndexFields.Year, SortFieldType.INT32, reverse: true), byId),
            RecordSearchOrder.Oldest => new Sort(new SortField(IndexFields.YearUp, SortFieldType.INT32), byId),
            RecordSearchOrder.Added => new Sort(new SortField(IndexFields.Id, SortFieldType.INT64, reverse: true)),
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };
    }

    private object Id => J2N.Numerics.Int64.GetInstance(RecordId);

    private static string Decoded(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
