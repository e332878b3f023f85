using System.Security.Cryptography;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Delivery;

/// <summary>Checks before every attempt that the bytes are still those that were entered.</summary>
internal static class DeliveryIntegrity
{
    /// <summary>What differs, naming the file; null when nothing does.</summary>
    public static string? FaultOf(ReportDelivery delivery)
    {
        foreach (var file in delivery.Files)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Bytes));
            if (hash != file.Hash)
                return $"The stored bytes of '{file.Name}' were changed: their hash is {hash}, {file.Hash} was entered.";
        }
        return null;
    }
}
