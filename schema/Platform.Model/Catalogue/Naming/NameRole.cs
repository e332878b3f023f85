namespace Platform.Model.Catalogue.Naming;

/// <summary>What a person or body did for a publication, as Vietnamese title pages say it.</summary>
public enum NameRole : byte
{
    /// <summary>Wrote it.</summary>
    Author = 1,

    /// <summary>Editor in chief of a series of volumes (tổng chủ biên).</summary>
    ChiefEditor = 2,

    /// <summary>Editor (chủ biên).</summary>
    Editor = 3,

    /// <summary>One of several editors (đồng chủ biên).</summary>
    CoEditor = 4,

    /// <summary>Compiled it (biên soạn).</summary>
    Compiler = 5,

    /// <summary>Translated it (dịch, biên dịch).</summary>
    Translator = 6,

    /// <summary>Revised it (hiệu đính).</summary>
    Reviser = 7,

    /// <summary>Collected the texts (sưu tầm).</summary>
    Collector = 8,

    /// <summary>Chose the texts (tuyển chọn).</summary>
    Selector = 9,

    /// <summary>Introduced it, wrote the foreword (giới thiệu, lời tựa).</summary>
    Introducer = 10,

    /// <summary>Commented it (chú giải, bình luận).</summary>
    Commentator = 11,

    /// <summary>Drew the pictures (minh họa, vẽ tranh).</summary>
    Illustrator = 12,

    /// <summary>Took part (tham gia, cộng sự).</summary>
    Contributor = 13,

    /// <summary>Led the project (chủ nhiệm, chủ trì).</summary>
    ProjectLeader = 14,
}

/// <summary>What a stated name names.</summary>
public enum NameKind : byte
{
    /// <summary>A person.</summary>
    Person = 1,

    /// <summary>A corporate body.</summary>
    Body = 2,
}

/// <summary>A name in a statement of responsibility.</summary>
/// <param name="Name">As written, without titles and roles.</param>
/// <param name="Kind">Person or body.</param>
/// <param name="Roles">What it did, in the order said; author when nothing is said.</param>
public sealed record StatedName(string Name, NameKind Kind, IReadOnlyList<NameRole> Roles)
{
    /// <summary>The relator terms for MARC $e; empty for a plain author.</summary>
    public IEnumerable<string> Terms => Roles.Where(r => r is not NameRole.Author).Select(RoleWords.TermOf);

    /// <summary>As it is shown: <c>Hồng Việt (dịch)</c>.</summary>
    public override string ToString() => Terms.Any() ? $"{Name} ({string.Join(", ", Terms)})" : Name;
}
