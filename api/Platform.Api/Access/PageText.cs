namespace Platform.Api.Access;

/// <summary>The words of the sign-in pages in one language.</summary>
internal sealed record PageText
{
    public required string Language { get; init; }

    public required string SignIn { get; init; }

    public required string Name { get; init; }

    public required string Password { get; init; }

    public required string Continue { get; init; }

    public required string ToUse { get; init; }

    public required string Or { get; init; }

    public required string Refused { get; init; }

    public required string Wait { get; init; }

    public required string Expired { get; init; }

    public required string NotLinked { get; init; }

    public required string SignedIn { get; init; }

    public required string SignOut { get; init; }

    public required string SignedOut { get; init; }

    public required string SharedComputer { get; init; }

    public required string Asks { get; init; }

    public required string Allow { get; init; }

    public required string Deny { get; init; }

    public required IReadOnlyDictionary<string, string> Scopes { get; init; }

    public static PageText Vietnamese { get; } = new()
    {
        Language = "vi",
        SignIn = "Đăng nhập thư viện",
        Name = "Tên đăng nhập",
        Password = "Mật khẩu",
        Continue = "Đăng nhập",
        ToUse = "Để tiếp tục dùng {0}",
        Or = "Hoặc đăng nhập bằng tài khoản khác",
        Refused = "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa. Hãy thử lại sau ít phút hoặc hỏi thủ thư.",
        Wait = "Có quá nhiều lần đăng nhập sai từ mạng này. Hãy thử lại sau ít phút.",
        Expired = "Trang đã quá hạn. Hãy đăng nhập lại.",
        NotLinked = "Tài khoản này chưa được mở ở thư viện. Hãy hỏi thủ thư của trường.",
        SignedIn = "Bạn đã đăng nhập.",
        SignOut = "Đăng xuất",
        SignedOut = "Bạn đã đăng xuất.",
        SharedComputer = "Dùng máy chung? Hãy đăng xuất khi xong việc.",
        Asks = "{0} xin được thay mặt bạn:",
        Allow = "Cho phép",
        Deny = "Từ chối",
        Scopes = new Dictionary<string, string>
        {
            [TokenScopes.Catalogue] = "xem mục lục và kho học liệu",
            [TokenScopes.Own] = "xem sách bạn đang mượn và dữ liệu của bạn",
            [TokenScopes.Desk] = "làm việc ở quầy: bạn đọc, mượn trả, biên mục",
            [TokenScopes.Reports] = "xem và lập báo cáo",
            [TokenScopes.Manage] = "quản lý nhóm và tài khoản",
        },
    };

    public static PageText English { get; } = new()
    {
        Language = "en",
        SignIn = "Sign in to the library",
        Name = "User name",
        Password = "Password",
        Continue = "Sign in",
        ToUse = "To continue to {0}",
        Or = "Or sign in with another account",
        Refused = "The user name or password is wrong, or the account is locked for a while. Try again in some minutes or ask your librarian.",
        Wait = "There were too many failed sign-ins from this network. Try again in some minutes.",
        Expired = "The page has expired. Please sign in again.",
        NotLinked = "This account has not been opened at the library. Please ask your school's librarian.",
        SignedIn = "You are signed in.",
        SignOut = "Sign out",
        SignedOut = "You are signed out.",
        SharedComputer = "On a shared computer? Sign out when you have finished.",
        Asks = "{0} asks to do this for you:",
        Allow = "Allow",
        Deny = "Deny",
        Scopes = new Dictionary<string, string>
        {
            [TokenScopes.Catalogue] = "read the catalogue and the repository",
            [TokenScopes.Own] = "see your loans and your data",
            [TokenScopes.Desk] = "work at the desk: patrons, loans, cataloguing",
            [TokenScopes.Reports] = "read and make reports",
            [TokenScopes.Manage] = "manage groups and accounts",
        },
    };

    /// <summary>Vietnamese unless the browser prefers English.</summary>
    public static PageText For(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .FirstOrDefault(language => Speaks(language, "vi") || Speaks(language, "en"));
        return wanted is not null && Speaks(wanted, "en") ? English : Vietnamese;
    }

    private static bool Speaks(string language, string code) =>
        language.Equals(code, StringComparison.OrdinalIgnoreCase) || language.StartsWith(code + "-", StringComparison.OrdinalIgnoreCase);
}
