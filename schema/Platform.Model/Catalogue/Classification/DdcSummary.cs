using System.Collections.Frozen;

namespace Platform.Model.Catalogue.Classification;

/// <summary>Short names of the main classes and divisions of the Dewey classification, in this project's own words; the schedules themselves are not part of it.</summary>
public static class DdcSummary
{
    private static readonly FrozenDictionary<string, string> Names = """
        0 Tổng quát, thông tin, tin học
        00 Tin học, tri thức, hệ thống
        01 Thư mục
        02 Thư viện học
        03 Bách khoa thư
        05 Tạp chí, xuất bản phẩm nhiều kỳ
        06 Hội, tổ chức, bảo tàng
        07 Báo chí, xuất bản
        08 Tuyển tập tổng hợp
        09 Sách chép tay, sách hiếm
        1 Triết học, tâm lý học
        10 Triết học
        11 Siêu hình học
        12 Nhận thức, con người
        13 Hiện tượng huyền bí
        14 Trường phái triết học
        15 Tâm lý học
        16 Lôgic học
        17 Đạo đức học
        18 Triết học cổ đại, phương Đông
        19 Triết học phương Tây hiện đại
        2 Tôn giáo
        20 Tôn giáo nói chung
        21 Triết học tôn giáo
        22 Kinh Thánh
        23 Kitô giáo
        24 Thực hành Kitô giáo
        25 Mục vụ, dòng tu
        26 Tổ chức giáo hội
        27 Lịch sử Kitô giáo
        28 Giáo phái Kitô giáo
        29 Tôn giáo khác
        3 Khoa học xã hội
        30 Xã hội học, nhân học
        31 Thống kê
        32 Chính trị
        33 Kinh tế
        34 Luật
        35 Hành chính, quân sự
        36 Vấn đề và dịch vụ xã hội
        37 Giáo dục
        38 Thương mại, giao thông, truyền thông
        39 Phong tục, văn hóa dân gian
        4 Ngôn ngữ
        40 Ngôn ngữ nói chung
        41 Ngôn ngữ học
        42 Tiếng Anh
        43 Tiếng Đức
        44 Tiếng Pháp
        45 Tiếng Ý
        46 Tiếng Tây Ban Nha, Bồ Đào Nha
        47 Tiếng Latinh
        48 Tiếng Hy Lạp
        49 Ngôn ngữ khác, tiếng Việt
        5 Khoa học tự nhiên, toán học
        50 Khoa học nói chung
        51 Toán học
        52 Thiên văn học
        53 Vật lý
        54 Hóa học
        55 Khoa học trái đất
        56 Cổ sinh vật
        57 Sinh học
        58 Thực vật
        59 Động vật
        6 Công nghệ
        60 Công nghệ nói chung
        61 Y học, sức khỏe
        62 Kỹ thuật
        63 Nông nghiệp
        64 Gia chánh, gia đình
        65 Quản lý
        66 Công nghệ hóa học
        67 Chế tạo
        68 Sản xuất hàng riêng
        69 Xây dựng
        7 Nghệ thuật, vui chơi
        70 Nghệ thuật nói chung
        71 Quy hoạch, cảnh quan
        72 Kiến trúc
        73 Điêu khắc, gốm
        74 Vẽ, trang trí
        75 Hội họa
        76 Đồ họa, in
        77 Nhiếp ảnh
        78 Âm nhạc
        79 Thể thao, trò chơi, biểu diễn
        8 Văn học
        80 Văn học nói chung
        81 Văn học Mỹ
        82 Văn học Anh
        83 Văn học Đức
        84 Văn học Pháp
        85 Văn học Ý
        86 Văn học Tây Ban Nha, Bồ Đào Nha
        87 Văn học Latinh
        88 Văn học Hy Lạp
        89 Văn học khác, văn học Việt Nam
        9 Lịch sử, địa lý
        90 Lịch sử nói chung
        91 Địa lý, du lịch
        92 Tiểu sử
        93 Lịch sử cổ đại
        94 Lịch sử châu Âu
        95 Lịch sử châu Á, Việt Nam
        96 Lịch sử châu Phi
        97 Lịch sử Bắc Mỹ
        98 Lịch sử Nam Mỹ
        99 Lịch sử nơi khác
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' ', 2)).ToFrozenDictionary(cells => cells[0], cells => cells[1]);

    /// <summary>The name of a main class (one digit) or division (two digits); null for a more special number.</summary>
    public static string? NameOf(string digits) => Names.GetValueOrDefault(digits);

    /// <summary>How many characters a number has one step below: digits up to three, then the point with the next digit, then digit by digit.</summary>
    public static int LengthBelow(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return digits.Length == 3 ? 5 : digits.Length + 1;
    }

    /// <summary>A class as it is written: three digits before the point, <c>89</c> as <c>890</c>.</summary>
    public static string Written(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return digits.Length < 3 ? digits.PadRight(3, '0') : digits;
    }
}
