using Platform.Marc;

namespace Platform.Model.Catalogue.Mapping;

/// <summary>
/// Which MARC fields describe copies: 952 as Koha exports them, 852 with a piece designation, 876 to 878 beside an 852.
/// Fields of other systems under the same tags are left alone: no barcode, no copy.
/// </summary>
public static class ItemMapping
{
    private static readonly FieldSpecification CallNumber = FieldSpecification.Parse("090ab:082ab");

    /// <summary>The copies that a record describes, in its order; none for authority and holdings records.</summary>
    public static IReadOnlyList<DescribedItem> ItemsIn(MarcRecord marc)
    {
        ArgumentNullException.ThrowIfNull(marc);
        if (!RecordKinds.Of(marc.Leader).IsPublication())
            return [];
        List<DescribedItem>? items = null;
        foreach (var field in marc.Fields.OfType<DataField>())
            if (Read(field, marc) is { } item)
                (items ??= []).Add(item);
        return items ?? [];
    }

    private static DescribedItem? Read(DataField field, MarcRecord marc) => field.Tag switch
    {
        "952" when field['p'] is { } barcode => OfKoha(field, barcode, marc),
        "852" when field['p'] is { } barcode => OfLocation(field, barcode, marc),
        "876" or "877" or "878" when field['p'] is { } barcode => OfHolding(field, barcode, marc),
        _ => null,
    };

    private static DescribedItem OfKoha(DataField field, string barcode, MarcRecord marc) => DescribedItem.Of(
        barcode,
        callNumber: field['o'] ?? CallNumber.First(marc),
        location: field['c'] ?? field['b'],
        price: field['g'],
        acquiredOn: field['d'],
        type: field['y']);

    private static DescribedItem OfLocation(DataField field, string barcode, MarcRecord marc) => DescribedItem.Of(
        barcode,
        callNumber: CallNumberOf(field) ?? CallNumber.First(marc),
        location: field['c'] ?? field['b'],
        price: null,
        acquiredOn: null,
        type: null);

    private static DescribedItem OfHolding(DataField field, string barcode, MarcRecord marc)
    {
        var holding = marc.DataFields("852").FirstOrDefault(f => f['8'] == field['8']) ?? marc.Data("852");
        return DescribedItem.Of(
            barcode,
            callNumber: (holding is null ? null : CallNumberOf(holding)) ?? CallNumber.First(marc),
            location: field['l'] ?? holding?['c'] ?? holding?['b'],
            price: field['c'],
            acquiredOn: field['d'],
            type: null);
    }

    private static string? CallNumberOf(DataField field) =>
        string.Join(' ', field.Values("khijm")) is { Length: > 0 } number ? number : null;
}
