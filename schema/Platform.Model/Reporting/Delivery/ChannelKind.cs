namespace Platform.Model.Reporting.Delivery;

/// <summary>How a delivery travels.</summary>
public enum ChannelKind : byte
{
    /// <summary>Files in a folder that the receiver, or the person who uploads them to the portal, takes them from.</summary>
    Folder = 1,

    /// <summary>A mail with the files attached.</summary>
    Mail = 2,

    /// <summary>Files on the receiver's SFTP server.</summary>
    Sftp = 3,

    /// <summary>A request to the receiver's HTTP interface, signed in by OAuth client credentials.</summary>
    Http = 4,
}
