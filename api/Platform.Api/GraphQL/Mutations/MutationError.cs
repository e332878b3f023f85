namespace Platform.Api.GraphQL.Mutations;

/// <summary>Why a mutation did nothing: a stable code and a sentence in both languages.</summary>
/// <param name="Code">Stable: clients branch on it.</param>
/// <param name="Vietnamese">The sentence in Vietnamese, with the value that stood in the way.</param>
/// <param name="English">The sentence in English, with the value that stood in the way.</param>
internal abstract record MutationError(string Code, string Vietnamese, string English);

/// <summary>A value of the input cannot be used.</summary>
/// <param name="Field">The input's field, as a path with dots.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record InvalidInput(string Field, string Vietnamese, string English) : MutationError("INVALID_INPUT", Vietnamese, English);

/// <summary>A row that the input names is not there, or the caller may not see it.</summary>
/// <param name="Field">The input's field, as a path with dots.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record NotFound(string Field, string Vietnamese, string English) : MutationError("NOT_FOUND", Vietnamese, English)
{
    public static NotFound At(string field) => new(field, $"Không tìm thấy dữ liệu mà '{field}' chỉ đến.", $"What '{field}' points to is not there.");
}

/// <summary>The caller has the permission, but not for the library that the row belongs to.</summary>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record NotPermitted(string Vietnamese, string English) : MutationError("NOT_PERMITTED", Vietnamese, English)
{
    public static NotPermitted SignedInOnly { get; } = new("Hãy đăng nhập trước.", "Sign in first.");

    public static NotPermitted AtAll { get; } = new("Tài khoản không có quyền này.", "The account does not have this permission.");

    public static NotPermitted ForLibrary { get; } = new("Tài khoản không có quyền này đối với thư viện đó.", "The account does not have this permission for that library.");

    public static NotPermitted ForGroup { get; } = new("Chỉ đầu mối của nhóm được làm việc này.", "Only the hub of the group may do this.");
}

/// <summary>Somebody saved the row after it was read: nothing was overwritten.</summary>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record StaleVersion(string Vietnamese, string English) : MutationError("STALE_VERSION", Vietnamese, English)
{
    public static StaleVersion Now { get; } = new("Dữ liệu đã được người khác sửa: hãy đọc lại rồi thử lại.", "The row was changed meanwhile: read it again and retry.");
}

/// <summary>The idempotency key was used before, for another input.</summary>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record IdempotencyKeyReused(string Vietnamese, string English) : MutationError("IDEMPOTENCY_KEY_REUSED", Vietnamese, English)
{
    public static IdempotencyKeyReused Of(string key) => new($"Khóa '{key}' đã được dùng cho một yêu cầu khác.", $"The key '{key}' was used for another request.");
}
