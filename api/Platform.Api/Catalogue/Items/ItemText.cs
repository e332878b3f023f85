using Platform.Api.GraphQL.Mutations;
using Platform.Model.Text;

namespace Platform.Api.Catalogue.Items;

/// <summary>What may stand in the texts of a copy.</summary>
internal static class ItemText
{
    private const int LongestNumber = 50;
    private const int LongestCallNumber = 100;
    private const int LongestLocation = 200;

    public static InvalidInput? Fault(string? registrationNumber, string? callNumber, string? location, long? price)
    {
        if (registrationNumber is not null && (string.IsNullOrWhiteSpace(registrationNumber) || registrationNumber.Length > LongestNumber))
            return new InvalidInput("registrationNumber", $"Số ĐKCB phải có từ 1 đến {LongestNumber} ký tự.", $"A registration number has 1 to {LongestNumber} characters.");
        if (callNumber?.Length > LongestCallNumber)
            return new InvalidInput("callNumber", $"Ký hiệu xếp giá dài tối đa {LongestCallNumber} ký tự.", $"A call number has at most {LongestCallNumber} characters.");
        if (location?.Length > LongestLocation)
            return new InvalidInput("location", $"Vị trí dài tối đa {LongestLocation} ký tự.", $"A location has at most {LongestLocation} characters.");
        return price is < 0 ? new InvalidInput("price", "Giá không được âm.", "A price is not negative.") : null;
    }

    /// <summary>The text cleaned; null for a blank one.</summary>
    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : VietnameseText.Clean(text);
}
