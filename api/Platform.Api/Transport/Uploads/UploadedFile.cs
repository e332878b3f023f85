
namespace Platform.Api.Transport.Uploads;

/// <summary>A file that came with a multipart request. It lives as long as the request.</summary>
internal sealed class UploadedFile(IFormFile file)
{
    /// <summary>The name that the client gave it; nothing to trust.</summary>
    public string Name => file.FileName;

    /// <summary>Its size, in bytes.</summary>
    public long Length => file.Length;

    /// <summary>The bytes, from the beginning.</summary>
    public Stream Open() => file.OpenReadStream();

}
