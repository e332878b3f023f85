using System.Collections.Frozen;

namespace Platform.Api.Transport;

/// <summary>
/// The codes of the engine's own errors, with the sentence that a Vietnamese caller reads before the engine's English one. What each
/// rule means stands in the GraphQL specification, section 5.
/// </summary>
internal static class EngineWords
{
    public const string Other = "Yêu cầu không hợp lệ.";

    public static FrozenDictionary<string, string> Vietnamese { get; } = new Dictionary<string, string>
    {
        ["ARGUMENTS_OF_CORRECT_TYPE"] = "Giá trị của đối số sai kiểu.",
        ["DEFAULT_VALUES_OF_CORRECT_TYPE"] = "Giá trị mặc định của biến sai kiểu.",
        ["DIRECTIVES_IN_ALLOWED_LOCATIONS"] = "Chỉ thị đặt ở chỗ không được phép.",
        ["FIELDS_ON_CORRECT_TYPE"] = "Kiểu này không có trường đó.",
        ["FRAGMENTS_ON_COMPOSITE_TYPES"] = "Đoạn truy vấn chỉ đặt được trên kiểu đối tượng.",
        ["INPUT_FIELDS_AND_ARGUMENTS_OF_CORRECT_LENGTH"] = "Giá trị quá ngắn hoặc quá dài.",
        ["INVALID_LITERAL"] = "Giá trị viết trong truy vấn không hợp lệ.",
        ["INVALID_OPERATION"] = "Không có thao tác để thực hiện.",
        ["INVALID_VALUE"] = "Giá trị của biến không hợp lệ.",
        ["INVALID_VARIABLE"] = "Biến không hợp lệ.",
        ["KNOWN_ARGUMENT_NAMES"] = "Trường này không có đối số đó.",
        ["KNOWN_DIRECTIVES"] = "Không có chỉ thị đó.",
        ["KNOWN_FRAGMENT_NAMES"] = "Không có đoạn truy vấn tên đó.",
        ["KNOWN_TYPE_NAMES"] = "Không có kiểu đó trong lược đồ.",
        ["LONE_ANONYMOUS_OPERATION"] = "Thao tác không tên phải đứng một mình.",
        ["NO_FRAGMENT_CYCLES"] = "Các đoạn truy vấn gọi vòng quanh nhau.",
        ["NO_OPERATION"] = "Tài liệu truy vấn không có thao tác nào.",
        ["NO_OPERATION_NAME"] = "Cần nêu tên thao tác vì tài liệu có nhiều thao tác.",
        ["NO_UNDEFINED_VARIABLES"] = "Biến chưa được khai báo.",
        ["NO_UNUSED_FRAGMENTS"] = "Đoạn truy vấn không được dùng.",
        ["NO_UNUSED_VARIABLES"] = "Biến không được dùng.",
        ["ONE_OF_INPUT_VALUES"] = "Phải cho đúng một trường của dữ liệu vào.",
        ["OVERLAPPING_FIELDS_CAN_BE_MERGED"] = "Hai trường trùng tên trả lời nhưng khác nhau.",
        ["POSSIBLE_FRAGMENT_SPREADS"] = "Đoạn truy vấn không thể áp dụng cho kiểu này.",
        ["PROVIDED_NON_NULL_ARGUMENTS"] = "Thiếu đối số bắt buộc.",
        ["SCALAR_LEAFS"] = "Trường này thiếu hoặc thừa phần chọn trường con.",
        ["SINGLE_ROOT_FIELD_SUBSCRIPTIONS"] = "Subscription chỉ có một trường gốc.",
        ["UNIQUE_ARGUMENT_NAMES"] = "Đối số bị lặp.",
        ["UNIQUE_DIRECTIVES_PER_LOCATION"] = "Chỉ thị bị lặp.",
        ["UNIQUE_FRAGMENT_NAMES"] = "Tên đoạn truy vấn bị lặp.",
        ["UNIQUE_INPUT_FIELD_NAMES"] = "Trường của dữ liệu vào bị lặp.",
        ["UNIQUE_OPERATION_NAMES"] = "Tên thao tác bị lặp.",
        ["UNIQUE_VARIABLE_NAMES"] = "Tên biến bị lặp.",
        ["VARIABLES_ARE_INPUT_TYPES"] = "Biến phải thuộc kiểu dữ liệu vào.",
        ["VARIABLES_IN_ALLOWED_POSITION"] = "Biến có kiểu không hợp với chỗ dùng.",
    }.ToFrozenDictionary();
}
