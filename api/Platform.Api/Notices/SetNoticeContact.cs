using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Notices;
using Platform.Model.Patrons;

namespace Platform.Api.Notices;

/// <summary>
/// Says where notices to a person go, or that they go nowhere any more. They are sent only while the consent NOTICES stands: the person's,
/// and for a child the guardian's.
/// </summary>
[Requires(Permission.ReadOwn)]
internal sealed class SetNoticeContact(LibraryDb db) : IMutation<SetNoticeContactInput, SetNoticeContactPayload>
{
    public async Task<SetNoticeContactPayload> RunAsync(SetNoticeContactInput input, CancellationToken cancellationToken)
    {
        var patron = await db.Patrons.Where(p => p.Id == input.PatronId.Key && p.ErasedAt == null).Select(p => new { p.Id, p.LibraryId }).SingleOrDefaultAsync(cancellationToken);
        if (patron is null)
            return new SetNoticeContactPayload { Errors = [NotFound.At("patronId")] };
        if (!db.Scope.May(Permission.EditPatrons, patron.LibraryId) && !db.Scope.OwnPatronIds.Contains(patron.Id))
            return new SetNoticeContactPayload { Errors = [NotPermitted.ForLibrary] };
        if (input.Mail is { } mail && (mail.Length > NoticeTables.AddressLength || !MailAddress.TryCreate(mail, out _)))
            return new SetNoticeContactPayload { Errors = [new InvalidInput("mail", "Địa chỉ thư điện tử không đúng.", "The mail address is wrong.")] };
        var contact = await db.NoticeContacts.FirstOrDefaultAsync(c => c.PatronId == patron.Id, cancellationToken);
        if (input.Mail is not { } address)
            db.NoticeContacts.RemoveRange(contact is null ? [] : [contact]);
        else if (contact is null)
            db.NoticeContacts.Add(new NoticeContact { LibraryId = patron.LibraryId, PatronId = patron.Id, Mail = address });
        else
            contact.Mail = address;
        await db.SaveChangesAsync(cancellationToken);
        return new SetNoticeContactPayload { IsSet = input.Mail is not null };
    }
}

/// <summary>Where notices go.</summary>
internal sealed record SetNoticeContactInput : MutationInput
{
    /// <summary>The person.</summary>
    public required Ref<Patron> PatronId { get; init; }

    /// <summary>The mail address: the person's own, or for a child the guardian's; null for none.</summary>
    public string? Mail { get; init; }
}

/// <summary>What stands now.</summary>
internal sealed record SetNoticeContactPayload : Payload
{
    /// <summary>Whether an address is kept.</summary>
    public bool IsSet { get; init; }
}
