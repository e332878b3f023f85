using System.Globalization;

namespace Platform.Model.Access;

/// <summary>Why a change of accounts or roles is refused.</summary>
public enum AccountRefusalCode : byte
{
    /// <summary>The name is too short, too long, or has characters that names may not have.</summary>
    NameInvalid = 1,

    /// <summary>Another account has the name.</summary>
    NameTaken = 2,

    /// <summary>The password has fewer than 10 or more than 128 characters.</summary>
    PasswordLength = 3,

    /// <summary>The password contains the account's name, or is one of those tried first.</summary>
    PasswordTooCommon = 4,

    /// <summary>The current password is wrong, or the account is locked for a while.</summary>
    PasswordWrong = 5,

    /// <summary>The caller may not give or take this role there.</summary>
    RoleNotYours = 6,

    /// <summary>The role needs a place that was not named, or was given one that it cannot have.</summary>
    RoleTarget = 7,

    /// <summary>The last day lies before the first.</summary>
    PeriodInvalid = 8,

    /// <summary>The account has a role that the caller could not give: only someone above may change it.</summary>
    AccountAbove = 9,

    /// <summary>The account has this role there in some of these days already.</summary>
    RoleHeld = 10,

    /// <summary>Nobody else administers the platform: the last administrator stays.</summary>
    LastAdministrator = 11,

    /// <summary>Nobody shuts the own account.</summary>
    OwnAccount = 12,

    /// <summary>The account has no password: it is a service, or signs in elsewhere.</summary>
    NoPassword = 13,

    /// <summary>An account without a managing library can be made by administrators only.</summary>
    LibraryNeeded = 14,
}

/// <summary>A change of accounts or roles that the rules refuse, in both languages.</summary>
/// <param name="Code">The stable reason.</param>
/// <param name="Vietnamese">A sentence for people.</param>
/// <param name="English">The same in English.</param>
public sealed record AccountRefusal(AccountRefusalCode Code, string Vietnamese, string English)
{
    public static AccountRefusal NameInvalid(string name) => new(
        AccountRefusalCode.NameInvalid,
        $"Tên đăng nhập '{name}' không dùng được: cần {AccountName.Shortest} đến {AccountName.Longest} chữ cái không dấu, chữ số hoặc . - _ @",
        $"The name '{name}' cannot be used: it takes {AccountName.Shortest} to {AccountName.Longest} letters without marks, digits, or . - _ @");

    public static AccountRefusal NameTaken(string name) => new(
        AccountRefusalCode.NameTaken, $"Tên đăng nhập '{name}' đã có người dùng.", $"The name '{name}' is taken.");

    public static AccountRefusal RoleNotYours(Role role) => new(
        AccountRefusalCode.RoleNotYours,
        $"Bạn không được trao hay thu hồi vai trò {role} ở nơi này.",
        $"You may not give or take the role {role} there.");

    public static AccountRefusal RoleTarget(Role role, string place) => new(
        AccountRefusalCode.RoleTarget, $"Vai trò {role} cần đúng một nơi: {place}.", $"The role {role} takes exactly this place: {place}.");

    public static AccountRefusal PeriodInvalid(DateOnly from, DateOnly until) => new(
        AccountRefusalCode.PeriodInvalid,
        string.Create(CultureInfo.InvariantCulture, $"Ngày cuối {until:yyyy-MM-dd} trước ngày đầu {from:yyyy-MM-dd}."),
        string.Create(CultureInfo.InvariantCulture, $"The last day {until:yyyy-MM-dd} is before the first {from:yyyy-MM-dd}."));

    public static AccountRefusal AccountAbove(Role role) => new(
        AccountRefusalCode.AccountAbove,
        $"Tài khoản này có vai trò {role}: chỉ người quản lý cấp trên được thay đổi.",
        $"The account has the role {role}: only someone above may change it.");

    public static AccountRefusal PasswordLength(int shortest, int longest) => new(
        AccountRefusalCode.PasswordLength, $"Mật khẩu cần {shortest} đến {longest} ký tự.", $"A password takes {shortest} to {longest} characters.");

    public static AccountRefusal RoleHeld(Role role) => new(
        AccountRefusalCode.RoleHeld,
        $"Tài khoản đã có vai trò {role} ở nơi này trong thời gian đó.",
        $"The account already has the role {role} there in some of these days.");

    public static AccountRefusal LastAdministrator { get; } = new(
        AccountRefusalCode.LastAdministrator,
        "Đây là quản trị viên cuối cùng: hãy trao vai trò này cho người khác trước.",
        "This is the last administrator: give the role to somebody else first.");

    public static AccountRefusal OwnAccount { get; } = new(
        AccountRefusalCode.OwnAccount, "Không thể tự khóa tài khoản của mình.", "You cannot lock your own account.");

    public static AccountRefusal NoPassword(string name) => new(
        AccountRefusalCode.NoPassword,
        $"Tài khoản '{name}' không đăng nhập bằng mật khẩu ở đây.",
        $"The account '{name}' does not sign in with a password here.");

    public static AccountRefusal LibraryNeeded { get; } = new(
        AccountRefusalCode.LibraryNeeded,
        "Cần chọn thư viện quản lý tài khoản trong phạm vi của bạn.",
        "Name the library that manages the account, one within your reach.");

    public static AccountRefusal PasswordTooCommon { get; } = new(
        AccountRefusalCode.PasswordTooCommon,
        "Mật khẩu quá dễ đoán hoặc chứa tên đăng nhập.",
        "The password is too easily guessed or contains the user name.");

    public static AccountRefusal PasswordWrong { get; } = new(
        AccountRefusalCode.PasswordWrong,
        "Mật khẩu hiện tại không đúng, hoặc tài khoản đang tạm khóa.",
        "The current password is wrong, or the account is locked for a while.");
}
