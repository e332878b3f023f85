namespace Platform.Model.Repository;

/// <summary>Why a file is not taken.</summary>
public enum FileRefusalCode : byte
{
    /// <summary>It has no bytes.</summary>
    Empty = 1,

    /// <summary>It has more bytes than one file may have.</summary>
    TooLarge = 2,

    /// <summary>The library has used the space it has.</summary>
    LibraryFull = 3,

    /// <summary>The library has as many files as it may have.</summary>
    TooManyFiles = 4,

    /// <summary>The server has no space left.</summary>
    DiskFull = 5,

    /// <summary>It is a program, or an archive that holds one.</summary>
    Program = 6,

    /// <summary>It is an office document with macros.</summary>
    Macros = 7,

    /// <summary>It is an archive that would become too large, or has too many entries.</summary>
    ArchiveTooLarge = 8,

    /// <summary>It is an archive that cannot be read.</summary>
    BrokenArchive = 9,

    /// <summary>Its format is none that the platform takes.</summary>
    UnknownFormat = 10,

    /// <summary>Its bytes do not have the hash that was announced.</summary>
    OtherHash = 11,

    /// <summary>A virus scanner found something.</summary>
    Infected = 12,

    /// <summary>There is no such upload, or it has expired.</summary>
    NoSuchUpload = 13,

    /// <summary>The bytes do not continue where the upload stands.</summary>
    OtherOffset = 14,

    /// <summary>Another request is writing to the same upload.</summary>
    Busy = 15,

    /// <summary>The virus scanner did not answer, and files are not taken unscanned.</summary>
    NotScanned = 16,

    /// <summary>The virus scanner did not answer: the file waits for it, and nobody sees it until then.</summary>
    Held = 17,
}

/// <summary>A file is not taken: the reason as a code and as a sentence in both languages.</summary>
/// <param name="Code">The reason.</param>
/// <param name="Vietnamese">The reason with its value, in Vietnamese.</param>
/// <param name="English">The reason with its value, in English.</param>
public sealed record FileRefusal(FileRefusalCode Code, string Vietnamese, string English)
{
    /// <summary>The refusal of a file of this name.</summary>
    public static FileRefusal Of(FileRefusalCode code, string name) => code switch
    {
        FileRefusalCode.Empty => new(code, $"Tệp '{name}' rỗng (0 byte).", $"File '{name}' is empty (0 bytes)."),
        FileRefusalCode.TooLarge => new(code, $"Tệp '{name}' lớn hơn mức cho phép.", $"File '{name}' is larger than a file may be."),
        FileRefusalCode.LibraryFull => new(code, $"Thư viện không còn dung lượng cho tệp '{name}'.", $"The library has no space left for file '{name}'."),
        FileRefusalCode.TooManyFiles => new(code, $"Thư viện đã có số tệp tối đa; không nhận tệp '{name}'.", $"The library has as many files as it may have; file '{name}' is not taken."),
        FileRefusalCode.DiskFull => new(code, "Máy chủ hết dung lượng lưu trữ; hãy tải tiếp sau.", "The server has no space left; resume the upload later."),
        FileRefusalCode.Program => new(code, $"Tệp '{name}' là chương trình hoặc chứa chương trình.", $"File '{name}' is a program or holds one."),
        FileRefusalCode.Macros => new(code, $"Tệp '{name}' chứa macro.", $"File '{name}' has macros."),
        FileRefusalCode.ArchiveTooLarge => new(code, $"Tệp nén '{name}' giải nén ra quá lớn.", $"Archive '{name}' would become too large when unpacked."),
        FileRefusalCode.BrokenArchive => new(code, $"Tệp '{name}' bị hỏng, không đọc được.", $"File '{name}' is broken and cannot be read."),
        FileRefusalCode.UnknownFormat => new(code, $"Không nhận định dạng của tệp '{name}'.", $"The format of file '{name}' is not taken."),
        FileRefusalCode.OtherHash => new(code, $"Tệp '{name}' không khớp mã băm đã khai báo.", $"File '{name}' does not have the announced hash."),
        FileRefusalCode.Infected => new(code, $"Tệp '{name}' bị phát hiện có mã độc.", $"File '{name}' was found to be infected."),
        FileRefusalCode.NoSuchUpload => new(code, "Không có lượt tải lên này, hoặc đã hết hạn.", "There is no such upload, or it has expired."),
        FileRefusalCode.OtherOffset => new(code, "Dữ liệu không nối tiếp phần đã nhận.", "The bytes do not continue where the upload stands."),
        FileRefusalCode.Busy => new(code, "Một yêu cầu khác đang ghi vào lượt tải lên này.", "Another request is writing to this upload."),
        FileRefusalCode.NotScanned => new(code, $"Không quét được mã độc nên không nhận tệp '{name}'; hãy tải lại sau.", $"File '{name}' could not be scanned for viruses and is not taken; upload it again later."),
        FileRefusalCode.Held => new(code, $"Tệp '{name}' đã nhận đủ và đang chờ quét mã độc.", $"File '{name}' has arrived and waits to be scanned for viruses."),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };

    /// <summary>The refusal of a file in which a virus scanner found something.</summary>
    /// <param name="name">The file.</param>
    /// <param name="found">What was found, as the scanner calls it.</param>
    public static FileRefusal Infected(string name, string found) => new(
        FileRefusalCode.Infected, $"Tệp '{name}' bị phát hiện có mã độc '{found}'.", $"File '{name}' was found to be infected with '{found}'.");
}
