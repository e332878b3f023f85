namespace Platform.Model.Repository;

/// <summary>Format of a file, as found in its bytes.</summary>
public enum FileFormat : byte
{
    /// <summary>PDF.</summary>
    Pdf = 1,

    /// <summary>Word document (Office Open XML).</summary>
    Docx = 2,

    /// <summary>PowerPoint presentation (Office Open XML).</summary>
    Pptx = 3,

    /// <summary>Excel workbook (Office Open XML).</summary>
    Xlsx = 4,

    /// <summary>Document, presentation or sheet of the OpenDocument family.</summary>
    OpenDocument = 5,

    /// <summary>Word, PowerPoint or Excel file of the years before 2007.</summary>
    LegacyOffice = 6,

    /// <summary>EPUB book.</summary>
    Epub = 7,

    /// <summary>PNG picture.</summary>
    Png = 8,

    /// <summary>JPEG picture.</summary>
    Jpeg = 9,

    /// <summary>GIF picture.</summary>
    Gif = 10,

    /// <summary>WebP picture.</summary>
    Webp = 11,

    /// <summary>MP3 sound.</summary>
    Mp3 = 12,

    /// <summary>WAV sound.</summary>
    Wav = 13,

    /// <summary>Ogg sound or film.</summary>
    Ogg = 14,

    /// <summary>MP4 film, also M4V and MOV.</summary>
    Mp4 = 15,

    /// <summary>MP4 sound (M4A).</summary>
    M4a = 16,

    /// <summary>WebM or Matroska film.</summary>
    Webm = 17,

    /// <summary>AVI film.</summary>
    Avi = 18,

    /// <summary>Plain text in UTF-8.</summary>
    Text = 19,

    /// <summary>Rich text (RTF).</summary>
    Rtf = 20,

    /// <summary>HTML page: may hold script, so it is only ever downloaded.</summary>
    Html = 21,

    /// <summary>SVG drawing: may hold script, so it is only ever downloaded.</summary>
    Svg = 22,

    /// <summary>ZIP archive, also packaged lessons (SCORM, H5P).</summary>
    Zip = 23,
}

/// <summary>What the platform says of a format to browsers and readers.</summary>
public static class FileFormats
{
    /// <summary>Its media type.</summary>
    public static string MediaType(this FileFormat format) => format switch
    {
        FileFormat.Pdf => "application/pdf",
        FileFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileFormat.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileFormat.OpenDocument => "application/vnd.oasis.opendocument.text",
        FileFormat.Epub => "application/epub+zip",
        FileFormat.Png => "image/png",
        FileFormat.Jpeg => "image/jpeg",
        FileFormat.Gif => "image/gif",
        FileFormat.Webp => "image/webp",
        FileFormat.Mp3 => "audio/mpeg",
        FileFormat.Wav => "audio/wav",
        FileFormat.Ogg => "application/ogg",
        FileFormat.Mp4 => "video/mp4",
        FileFormat.M4a => "audio/mp4",
        FileFormat.Webm => "video/webm",
        FileFormat.Avi => "video/x-msvideo",
        FileFormat.Text => "text/plain; charset=utf-8",
        FileFormat.Rtf => "application/rtf",
        FileFormat.Zip => "application/zip",
        // HTML and SVG are given a type that no browser runs.
        FileFormat.Html or FileFormat.Svg or FileFormat.LegacyOffice => "application/octet-stream",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>Endings that a file of the format may keep, the usual one first.</summary>
    public static IReadOnlyList<string> Extensions(this FileFormat format) => format switch
    {
        FileFormat.Pdf => [".pdf"],
        FileFormat.Docx => [".docx"],
        FileFormat.Pptx => [".pptx", ".ppsx"],
        FileFormat.Xlsx => [".xlsx"],
        FileFormat.OpenDocument => [".odt", ".odp", ".ods"],
        FileFormat.LegacyOffice => [".doc", ".ppt", ".pps", ".xls"],
        FileFormat.Epub => [".epub"],
        FileFormat.Png => [".png"],
        FileFormat.Jpeg => [".jpg", ".jpeg"],
        FileFormat.Gif => [".gif"],
        FileFormat.Webp => [".webp"],
        FileFormat.Mp3 => [".mp3"],
        FileFormat.Wav => [".wav"],
        FileFormat.Ogg => [".ogg", ".oga", ".ogv"],
        FileFormat.Mp4 => [".mp4", ".m4v", ".mov"],
        FileFormat.M4a => [".m4a"],
        FileFormat.Webm => [".webm", ".mkv"],
        FileFormat.Avi => [".avi"],
        FileFormat.Text => [".txt", ".csv", ".srt", ".vtt"],
        FileFormat.Rtf => [".rtf"],
        FileFormat.Html => [".html", ".htm"],
        FileFormat.Svg => [".svg"],
        FileFormat.Zip => [".zip", ".h5p"],
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>Whether a browser shows it without running anything: only then it can be read online.</summary>
    public static bool IsReadableOnline(this FileFormat format) => format
        is FileFormat.Pdf or FileFormat.Text
        or FileFormat.Png or FileFormat.Jpeg or FileFormat.Gif or FileFormat.Webp
        or FileFormat.Mp3 or FileFormat.Wav or FileFormat.Ogg or FileFormat.Mp4 or FileFormat.M4a or FileFormat.Webm;

    /// <summary>Whether its text is read for searching.</summary>
    public static bool HasText(this FileFormat format) => format is FileFormat.Pdf or FileFormat.Docx or FileFormat.Pptx or FileFormat.Text;

    /// <summary>Whether a small picture is made of it: of a PDF its first page.</summary>
    public static bool HasThumbnail(this FileFormat format) => format is FileFormat.Pdf or FileFormat.Png or FileFormat.Jpeg or FileFormat.Gif or FileFormat.Webp;
}
