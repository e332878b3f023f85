namespace Platform.Model.Catalogue.CallNumbers;

/// <summary>Numbers in Vietnamese words: a title that begins with one is filed as it is spoken.</summary>
public static class VietnameseNumber
{
    private const int Most = 999_999;

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    /// <summary>The number in words; beyond 999,999 digit by digit.</summary>
    public static string Spell(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (number > Most)
            return string.Join(' ', number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0']));
        if (number < 1000)
            return Hundreds(number, isWhole: true);
        var rest = number % 1000;
        return $"{Hundreds(number / 1000, isWhole: true)} nghìn{(rest == 0 ? "" : " " + Hundreds(rest, isWhole: false))}";
    }

    private static string Hundreds(int number, bool isWhole)
    {
        if (number < 100 && isWhole)
            return Tens(number);
        var rest = number % 100;
        var tens = rest == 0 ? "" : rest < 10 ? $" linh {Digits[rest]}" : " " + Tens(rest);
        return $"{Digits[number / 100]} trăm{tens}";
    }

    private static string Tens(int number)
    {
        var (ten, one) = (number / 10, number % 10);
        if (ten == 0)
            return Digits[one];
        var ending = one switch
        {
            0 => "",
            1 => ten > 1 ? " mốt" : " một",
            5 => " lăm",
            _ => " " + Digits[one],
        };
        return (ten == 1 ? "mười" : $"{Digits[ten]} mươi") + ending;
    }
}
