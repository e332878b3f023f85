namespace Platform.Model.Catalogue.Mapping;

/// <summary>MARC language codes.</summary>
internal static class LanguageCode
{
    private const int Length = 3;

    /// <summary>The code at the beginning of 008/35-37 or 041 $a (old records pack several: <c>vieeng</c>); null for blanks, fill characters and "undetermined".</summary>
    public static string? Read(string text)
    {
        var code = text.Trim();
        if (code.Length < Length)
            return null;
        code = code[..Length].ToLowerInvariant();
        return code.All(char.IsAsciiLetterLower) && code is not ("und" or "xxx") ? code : null;
    }
}
