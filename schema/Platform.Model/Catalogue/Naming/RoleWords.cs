using System.Text.RegularExpressions;

namespace Platform.Model.Catalogue.Naming;

/// <summary>The words by which statements of responsibility name roles, behind a name, in brackets after it, or in front of it.</summary>
internal static partial class RoleWords
{
    // Longer phrases first: "đồng chủ biên" holds "chủ biên".
    private static readonly (string Words, NameRole[] Roles)[] Behind =
    [
        ("tổng chủ biên", [NameRole.ChiefEditor]), ("tổng ch.b", [NameRole.ChiefEditor]), ("tcb", [NameRole.ChiefEditor]),
        ("đồng chủ biên", [NameRole.CoEditor]), ("chủ biên và biên soạn", [NameRole.Editor, NameRole.Compiler]), ("chủ biên", [NameRole.Editor]),
        ("biên chủ", [NameRole.Editor]), ("ch.b", [NameRole.Editor]), ("chb", [NameRole.Editor]), ("cb", [NameRole.Editor]),
        ("sưu tầm và biên soạn", [NameRole.Collector, NameRole.Compiler]), ("sưu tầm biên soạn", [NameRole.Collector, NameRole.Compiler]),
        ("sưu tầm, biên soạn", [NameRole.Collector, NameRole.Compiler]), ("sưu tầm và tuyển chọn", [NameRole.Collector, NameRole.Selector]),
        ("tuyển chọn và biên soạn", [NameRole.Selector, NameRole.Compiler]), ("tuyển chọn và dịch", [NameRole.Selector, NameRole.Translator]),
        ("dịch và giới thiệu", [NameRole.Translator, NameRole.Introducer]), ("dịch và chú giải", [NameRole.Translator, NameRole.Commentator]),
        ("dịch và hiệu đính", [NameRole.Translator, NameRole.Reviser]), ("dịch và biên soạn", [NameRole.Translator, NameRole.Compiler]),
        ("tuyển dịch và giới thiệu", [NameRole.Selector, NameRole.Translator, NameRole.Introducer]),
        ("biên dịch và hiệu đính", [NameRole.Translator, NameRole.Reviser]), ("biên soạn và biên dịch", [NameRole.Compiler, NameRole.Translator]),
        ("biên dịch", [NameRole.Translator]), ("tuyển dịch", [NameRole.Selector, NameRole.Translator]), ("lược dịch", [NameRole.Translator]),
        ("phỏng dịch", [NameRole.Translator]), ("soạn dịch", [NameRole.Compiler, NameRole.Translator]), ("người dịch", [NameRole.Translator]), ("dịch giả", [NameRole.Translator]),
        ("dịch thuật", [NameRole.Translator]), ("dịch", [NameRole.Translator]), ("b.d", [NameRole.Translator]), ("biên soạn", [NameRole.Compiler]), ("b.s", [NameRole.Compiler]), ("soạn", [NameRole.Compiler]),
        ("hợp soạn", [NameRole.Compiler]), ("biên tập", [NameRole.Reviser]),
        ("hiệu đính", [NameRole.Reviser]), ("h.đ", [NameRole.Reviser]), ("hiệu chỉnh", [NameRole.Reviser]), ("sưu tầm", [NameRole.Collector]),
        ("tuyển chọn", [NameRole.Selector]), ("giới thiệu", [NameRole.Introducer]), ("chú giải", [NameRole.Commentator]), ("chú thích", [NameRole.Commentator]),
        ("minh họa", [NameRole.Illustrator]), ("vẽ tranh", [NameRole.Illustrator]), ("tham gia", [NameRole.Contributor]), ("cộng sự", [NameRole.Contributor]),
        ("chủ nhiệm đề tài", [NameRole.ProjectLeader]), ("chủ nhiệm", [NameRole.ProjectLeader]), ("chủ trì", [NameRole.ProjectLeader]),
        ("editors", [NameRole.Editor]), ("editor", [NameRole.Editor]), ("eds", [NameRole.Editor]), ("ed", [NameRole.Editor]),
        ("translator", [NameRole.Translator]), ("translators", [NameRole.Translator]), ("cn", [NameRole.ProjectLeader]), ("d", [NameRole.Translator]), ("e", [NameRole.Editor]),
    ];

    private static readonly (string Words, NameRole[] Roles)[] InFront =
    [
        ("edited and translated by", [NameRole.Editor, NameRole.Translator]), ("edited by", [NameRole.Editor]), ("translated and edited by", [NameRole.Translator, NameRole.Editor]),
        ("compiled by", [NameRole.Compiler]), ("foreword by", [NameRole.Introducer]), ("introduction by", [NameRole.Introducer]), ("preface by", [NameRole.Introducer]),
        ("with a foreword by", [NameRole.Introducer]), ("illustrated by", [NameRole.Illustrator]), ("illustrations by", [NameRole.Illustrator]),
        ("revised by", [NameRole.Reviser]), ("with contributions by", [NameRole.Contributor]), ("with contributions from", [NameRole.Contributor]), ("contributions by", [NameRole.Contributor]),
        ("with the assistance of", [NameRole.Contributor]), ("with special contributions by", [NameRole.Contributor]), ("with special contribution by", [NameRole.Contributor]), ("organized by", [NameRole.Contributor]), ("with the collaboration of", [NameRole.Contributor]), ("with", [NameRole.Contributor]), ("translation by", [NameRole.Translator]), ("translation", [NameRole.Translator]), ("written by", [NameRole.Author]), ("by", [NameRole.Author]), ("editors", [NameRole.Editor]), ("editor", [NameRole.Editor]),
    ];

    private static readonly Dictionary<string, NameRole[]> Bracketed = new(StringComparer.Ordinal)
    {
        ["d"] = [NameRole.Translator],
        ["e"] = [NameRole.Editor],
        ["ed"] = [NameRole.Editor],
        ["cn"] = [NameRole.ProjectLeader],
        ["cb"] = [NameRole.Editor],
        ["tcb"] = [NameRole.ChiefEditor],
    };

    // Abbreviations too short to be told from a name's last word stand in brackets only.
    private static readonly HashSet<string> BracketsOnly = ["cb", "tcb", "cn", "d", "e", "ed", "eds", "b.d", "chb"];

    /// <summary>Roles that several names before them share; an editor in chief and the leader of a project are one person.</summary>
    public static bool IsShared(IReadOnlyList<NameRole> roles) => roles.Any(r => r is not (NameRole.ChiefEditor or NameRole.ProjectLeader or NameRole.Author));

    public static string TermOf(NameRole role) => role switch
    {
        NameRole.Author => "tác giả",
        NameRole.ChiefEditor => "tổng chủ biên",
        NameRole.Editor => "chủ biên",
        NameRole.CoEditor => "đồng chủ biên",
        NameRole.Compiler => "biên soạn",
        NameRole.Translator => "dịch",
        NameRole.Reviser => "hiệu đính",
        NameRole.Collector => "sưu tầm",
        NameRole.Selector => "tuyển chọn",
        NameRole.Introducer => "giới thiệu",
        NameRole.Commentator => "chú giải",
        NameRole.Illustrator => "minh họa",
        NameRole.Contributor => "tham gia",
        NameRole.ProjectLeader => "chủ trì",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>Takes a role off the end of a part; the part is empty when it was nothing but a role.</summary>
    public static (string Left, IReadOnlyList<NameRole> Roles) TakeBehind(string part)
    {
        var (text, roles) = TakeBracketed(part);
        while (true)
        {
            var end = IntoLanguage().Replace(text.TrimEnd('.', ' ', ',', ':'), "");
            var found = Array.Find(Behind, role => !BracketsOnly.Contains(role.Words) && EndsWithWords(end, role.Words));
            if (found.Words is null)
                return (text, roles);
            roles = [.. found.Roles, .. roles];
            text = end[..^found.Words.Length].TrimEnd(' ', ',', '-', '–', ':');
            if (text.EndsWith(" và", StringComparison.Ordinal))
                text = text[..^3];
        }
    }

    /// <summary>Takes a role off the front: <c>edited by</c>, <c>Người dịch:</c>.</summary>
    public static (string Left, IReadOnlyList<NameRole> Roles) TakeInFront(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && TakeBehind(part[..colon]) is { Left.Length: 0, Roles.Count: > 0 } named)
            return (part[(colon + 1)..].Trim(), named.Roles);
        if (Array.Find(InFront, role => role.Words.Equals(part, StringComparison.OrdinalIgnoreCase)) is { Words: not null } alone)
            return ("", alone.Roles);
        if (TranslatedFrom().Match(part) is { Success: true } translated)
            return (part[translated.Length..].Trim(), [NameRole.Translator]);
        var found = Array.Find(InFront, role => part.Length > role.Words.Length && part.StartsWith(role.Words, StringComparison.OrdinalIgnoreCase) && part[role.Words.Length] is ' ' or ':');
        return found.Words is null ? (part, []) : (part[found.Words.Length..].Trim(' ', ':'), found.Roles);
    }

    private static (string Left, IReadOnlyList<NameRole> Roles) TakeBracketed(string part)
    {
        var match = InBrackets().Match(part);
        if (!match.Success)
            return (part, []);
        var word = match.Groups[1].Value.Trim(' ', '.').ToLowerInvariant();
        var roles = Bracketed.GetValueOrDefault(word) ?? Array.Find(Behind, role => role.Words == word).Roles;
        return roles is null ? (part, []) : ((part[..match.Index] + part[(match.Index + match.Length)..]).Trim(), roles);
    }

    private static bool EndsWithWords(string text, string words) =>
        text.EndsWith(words, StringComparison.OrdinalIgnoreCase) && (text.Length == words.Length || !char.IsLetter(text[^(words.Length + 1)]));

    [GeneratedRegex(@"[\(\[]([^\)\]]+)[\)\]]\s*\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    // "dịch tiếng Anh", "hiệu đính tiếng Việt".
    [GeneratedRegex(@"(?<=(dịch|đính))\s+(ra\s+)?tiếng\s+\w+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IntoLanguage();

    [GeneratedRegex(@"^translated (from [\w\s]+? )?by ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TranslatedFrom();
}
