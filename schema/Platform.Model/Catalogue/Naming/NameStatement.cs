using System.Text.RegularExpressions;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Naming;

/// <summary>
/// A whole statement of responsibility in one field, taken apart: <c>Daniel Goleman; Nguyễn Trang, Hồng Việt dịch</c> names an author and
/// two translators. A proposal for a person to look at, never a change by itself.
/// </summary>
/// <param name="Text">The statement, cleaned.</param>
/// <param name="Names">The names, in order.</param>
/// <param name="HasMore">Whether it says that there are more (<c>[et al.]</c>, <c>[và những người khác]</c>).</param>
/// <param name="Standard">The number of a standard that stands in the place of a name; null otherwise.</param>
public sealed partial record NameStatement(string Text, IReadOnlyList<StatedName> Names, bool HasMore, string? Standard)
{
    /// <summary>Whether the statement is more, or other, than one plain author.</summary>
    public bool HasSeveralOrRoles =>
        Standard is not null || HasMore || Names.Count != 1 || Names[0].Kind is NameKind.Body || Names[0].Roles is not [NameRole.Author] || Names[0].Name != Text.TrimEnd(',', ' ', '.');

    /// <summary>Takes a statement apart.</summary>
    public static NameStatement Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = VietnameseText.Clean(text);
        if (NameShapes.IsStandard(clean))
            return new NameStatement(clean, [], false, clean);
        var rest = Others().Replace(clean, " ; ").Trim();
        var hasMore = rest.Length != clean.Length;
        if (NameShapes.IsNobody(rest))
            return new NameStatement(clean, [], hasMore, null);
        var names = new List<StatedName>();
        var groups = rest.Split(';', '/').Select(g => g.Trim()).Where(g => g.Trim(' ', '.', ',', '[', ']').Length > 0).ToList();
        foreach (var group in groups)
            ReadGroup(group, isOnlyOne: groups.Count == 1, names);
        return new NameStatement(clean, names, hasMore, null);
    }

    // Names between semicolons; a role at its end is shared by those before it that have none.
    private static void ReadGroup(string group, bool isOnlyOne, List<StatedName> names)
    {
        var (rest, shared) = RoleWords.TakeInFront(group.Trim('[', ']', ' '));
        var pending = new List<StatedName>();
        var parts = PartsOf(rest);
        foreach (var part in parts)
        {
            var (front, before) = RoleWords.TakeInFront(part);
            shared = before.Count > 0 ? before : shared;
            var (name, roles) = RoleWords.TakeBehind(front);
            if (NameShapes.IsSuffix(name) && pending.Count > 0)
            {
                var whole = $"{pending[^1].Name}, {Tidy(name)}";
                pending[^1] = pending[^1] with { Name = whole, Kind = NameShapes.IsBody(whole) ? NameKind.Body : pending[^1].Kind };
                continue;
            }
            if (Tidy(name) is { Length: > 1 } tidy && !NameShapes.IsNobody(tidy))
                pending.Add(new StatedName(tidy, NameShapes.IsBody(tidy) ? NameKind.Body : NameKind.Person, roles.Count > 0 ? roles : shared));
            else if (pending.Count > 0 && roles.Count > 0)
                pending[^1] = pending[^1] with { Roles = [.. pending[^1].Roles, .. roles] };
            if (roles.Count > 0)
                Share(pending, roles, isOnlyOne && names.Count == 0);
        }
        names.AddRange(pending.Select(n => n.Roles.Count == 0 ? n with { Roles = [NameRole.Author] } : n));
    }

    private static void Share(List<StatedName> pending, IReadOnlyList<NameRole> roles, bool mayBeginWithTheAuthor)
    {
        if (!RoleWords.IsShared(roles))
            return;
        // "Dale Carnegie, Nguyễn Hiến Lê dịch": a foreign author and a Vietnamese translator in one breath.
        var isAuthorFirst = mayBeginWithTheAuthor && NameShapes.IsVietnamese(pending[^1].Name);
        for (var i = pending.Count - 2; i >= 0 && pending[i].Roles.Count == 0; i--)
        {
            if (isAuthorFirst && !NameShapes.IsVietnamese(pending[i].Name))
                break;
            pending[i] = pending[i] with { Roles = roles };
        }
    }

    private static List<string> PartsOf(string group)
    {
        if (IsBodyWithCommas(group))
            return [group];
        var cut = group.Split(',').Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        // "Trương, Quỳnh Chi" is one name turned round.
        if (cut.Count == 2 && !cut[0].Contains(' ', StringComparison.Ordinal) && !NameShapes.IsSuffix(cut[1]) && RoleWords.TakeBehind(cut[1]) is { Left: var other, Roles.Count: 0 } && other.Length > 0 && !NameShapes.IsBody(group))
            return [group];
        return [.. cut.SelectMany(AndParts)];
    }

    // "Bộ Văn hóa, Thể thao và Du lịch" is one body, not three.
    private static bool IsBodyWithCommas(string group)
    {
        var parts = group.Split(',').Select(p => p.Trim()).ToList();
        return NameShapes.BeginsAsBody(group) && parts.Skip(1).All(p => !NameShapes.BeginsAsBody(p) && !NameShapes.IsVietnamese(p) && RoleWords.TakeBehind(p).Roles.Count == 0) && RoleWords.TakeBehind(group).Roles.Count == 0;
    }

    // "and" joins names, but also the words of a body's name.
    private static IEnumerable<string> AndParts(string part)
    {
        var parts = And().Split(part);
        var joined = parts[0];
        for (var i = 1; i < parts.Length; i++)
        {
            var isWithinName = joined.Length > 0 && (NameShapes.IsBody(joined) || NameShapes.IsBody(parts[i])) || parts[i].Length == 0 || char.IsLower(parts[i][0]) || RoleWords.TakeBehind(parts[i]).Left.Length == 0;
            if (isWithinName)
            {
                joined = $"{joined}{part.Substring(part.IndexOf(joined, StringComparison.Ordinal) + joined.Length, SeparatorLength(part, joined, parts[i]))}{parts[i]}";
                continue;
            }
            if (joined.Length > 0)
                yield return joined;
            joined = parts[i];
        }
        yield return joined;
    }

    private static int SeparatorLength(string part, string before, string after)
    {
        var end = part.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return after.Length == 0 ? part.Length - end : part.IndexOf(after, end, StringComparison.Ordinal) - end;
    }

    private static string Tidy(string name)
    {
        var tidy = NameShapes.WithoutTitles(name.Trim(' ', ',', ':', '-', '–', '"', '[', ']'));
        // A full stop ends the statement, unless it ends an initial or an abbreviation.
        if (tidy.EndsWith('.') && !Abbreviation().IsMatch(tidy))
            tidy = tidy.TrimEnd('.');
        return tidy.Trim();
    }

    [GeneratedRegex(@"[\[\(\.…\s]*\b(et\.? all?\b\.?|at al\b\.?|and others|và những ng[ưu][ờớ]i\s+khác|và nh[ữử]ng tác giả khác|và các tác giả khác|và các cộng sự|và cộng sự|và những người khác)\s*\.?\s*[\]\)]?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [GeneratedRegex(@"(?:^|\s+)(?:và|and|&|với|et|\[and\])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"(^|[\s.])(\p{Lu}|Jr|Sr|Inc|Co|Ltd|Corp|Dr|St|Ph\.?D)\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
