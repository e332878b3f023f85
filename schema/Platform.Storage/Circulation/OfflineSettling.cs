using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>Gives one offline operation its effect, as <see cref="OfflinePolicy"/> decides.</summary>
internal sealed class OfflineSettling(LibraryDb db, OfflineDesk.Message message)
{
    private OfflineOperation Operation => message.Operation;

    private DateTimeOffset At => message.Operation.OccurredAt;

    /// <summary>Decides and changes the tracked rows; the caller saves what is left together with the line of the log that this gives.</summary>
    public async Task<DeskOperation> RunAsync(CancellationToken cancellationToken)
    {
        var item = await db.ItemAsync(message.LibraryId, Operation.RegistrationNumber, cancellationToken);
        var covering = item is null ? null : await CoveringAsync(item.Id, cancellationToken);
        var setting = await db.SettingAsync(message.LibraryId, SchoolTime.DayOf(At), cancellationToken);
        var (decision, loan) = Operation.Kind switch
        {
            DeskOperationKind.CheckOut => await CheckOutAsync(item, covering, setting, cancellationToken),
            DeskOperationKind.Return => await ReturnAsync(item, covering, setting, cancellationToken),
            DeskOperationKind.Renew => await RenewAsync(item, covering, setting, cancellationToken),
            DeskOperationKind.Scan => await ScanAsync(cancellationToken),
            _ => await UseAsync(item, cancellationToken),
        };
        if (loan is { Id: 0 })
        {
            // An item has one open loan at any moment, and the log names the new one by its key: the earlier loan first, then the new one.
            await db.SaveChangesAsync(cancellationToken);
            db.Loans.Add(loan);
            await db.SaveChangesAsync(cancellationToken);
        }
        return Logged(decision, item?.Id, loan?.Id);
    }

    private Task<Loan?> CoveringAsync(long itemId, CancellationToken cancellationToken) => db.Loans
        .Where(l => l.ItemId == itemId && l.Kind == LoanKind.Home && l.LentAt <= At && (l.ReturnedAt == null || l.ReturnedAt > At))
        .OrderByDescending(l => l.LentAt)
        .FirstOrDefaultAsync(cancellationToken);

    private async Task<DateTimeOffset?> NextSeenAsync(long itemId, CancellationToken cancellationToken)
    {
        var loans = db.Loans.Where(l => l.ItemId == itemId && l.Kind == LoanKind.Home);
        var lentAt = await loans.Where(l => l.LentAt > At).MinAsync(l => (DateTimeOffset?)l.LentAt, cancellationToken);
        var endedAt = await loans.Where(l => l.ReturnedAt > At).MinAsync(l => l.ReturnedAt, cancellationToken);
        var backAt = await db.DeskOperations
            .Where(o => o.ItemId == itemId && o.Kind == DeskOperationKind.Return && o.OccurredAt > At)
            .MinAsync(o => (DateTimeOffset?)o.OccurredAt, cancellationToken);
        return new[] { lentAt, endedAt, backAt }.Min();
    }

    private async Task<(OfflineDecision Decision, Loan? Loan)> CheckOutAsync(ItemAtDesk? item, Loan? covering, DeskSetting setting, CancellationToken cancellationToken)
    {
        var patron = Operation.CardNumber is { } card ? await db.PatronAsync(message.LibraryId, card, cancellationToken) : null;
        var nextSeenAt = item is null ? null : await NextSeenAsync(item.Id, cancellationToken);
        var decision = OfflinePolicy.CheckOut(item?.Status, patron?.Id, Covering(covering), nextSeenAt);
        if (decision.Settlement is DeskSettlement.Conflict)
            return (decision, null);
        var rule = setting.Rules.For(patron!.Card.Category, item!.Type); // both known, or it were a conflict
        var loan = NewLoan(item, patron, rule is null ? setting.Today : LoanPolicy.DueOn(rule, setting), rule?.Id);
        if (nextSeenAt is not null)
            (loan.ReturnedAt, loan.EndedAs) = (nextSeenAt, covering?.ReturnedAt == nextSeenAt ? covering?.EndedAs : LoanEnd.Returned);
        if (covering is not null)
            (covering.ReturnedAt, covering.EndedAs) = (At, LoanEnd.Returned);
        if (decision.Settlement is DeskSettlement.AppliedAsHistory)
            return (decision, loan);
        if (item.Status is ItemStatus.Lost)
            await Returning.SetStatusAsync(db, item.Id, ItemStatus.InStock, cancellationToken);
        await HoldQueue.FulfilAsync(db, item, patron.Id, setting, At, cancellationToken);
        return (decision, loan);
    }

    private async Task<(OfflineDecision Decision, Loan? Loan)> ReturnAsync(ItemAtDesk? item, Loan? covering, DeskSetting setting, CancellationToken cancellationToken)
    {
        var decision = OfflinePolicy.Return(item?.Status, Covering(covering));
        if (covering is null || item is null)
            return (decision, null);
        (covering.ReturnedAt, covering.EndedAs) = (At, LoanEnd.Returned);
        if (decision.Settlement is DeskSettlement.Applied && item.Status is ItemStatus.InStock)
            await HoldQueue.OfferAsync(db, item.Id, message.LibraryId, item.RecordId, setting, cancellationToken);
        return (decision, covering);
    }

    private async Task<(OfflineDecision Decision, Loan? Loan)> RenewAsync(ItemAtDesk? item, Loan? covering, DeskSetting setting, CancellationToken cancellationToken)
    {
        var rules = covering is null ? null : await RenewalAsync(item!, covering, setting, cancellationToken); // a loan has its item
        var decision = OfflinePolicy.Renew(item?.Status, Covering(covering), rules?.Refusals is [var first, ..] ? first.Code : null);
        if (decision.Settlement is not DeskSettlement.Applied)
            return (decision, null);
        (covering!.DueOn, covering.Renewals) = (rules!.DueOn!.Value, covering.Renewals + 1); // applied: the rules allowed it
        return (decision, covering);
    }

    private async Task<LoanDecision> RenewalAsync(ItemAtDesk item, Loan open, DeskSetting setting, CancellationToken cancellationToken)
    {
        var waiting = await db.Holds.CountAsync(
            h => h.LibraryId == message.LibraryId && h.RecordId == item.RecordId && h.Status == HoldStatus.Waiting && h.PatronId != open.PatronId, cancellationToken);
        return RenewalPolicy.Decide(open, item.For(open.PatronId ?? 0), new DeskPatron("", open.PatronCategory, null, []), waiting, setting);
    }

    private async Task<(OfflineDecision Decision, Loan? Loan)> UseAsync(ItemAtDesk? item, CancellationToken cancellationToken)
    {
        var decision = OfflinePolicy.Use(item?.Status);
        if (item is null)
            return (decision, null);
        var patron = Operation.CardNumber is { } card ? await db.PatronAsync(message.LibraryId, card, cancellationToken) : null;
        return (decision, ReadingRoom.Use(new UseRequest { LibraryId = message.LibraryId, RegistrationNumber = item.Number }, item, patron, At));
    }

    // A number that no copy has is a finding of the stock-taking, not a conflict.
    private async Task<(OfflineDecision Decision, Loan? Loan)> ScanAsync(CancellationToken cancellationToken)
    {
        var scans = Operation.StockTakingId is { } stockTaking
            ? await StockTakings.ScanAsync(db, message.LibraryId, stockTaking, message.Device, [new Scan(Operation.RegistrationNumber, At)], cancellationToken)
            : null;
        return scans is not [var scan]
            ? (OfflineDecision.Conflict(RefusalCode.StockTakingClosed), null)
            : (new OfflineDecision(scan.IsRepeat ? DeskSettlement.NothingToDo : DeskSettlement.Applied, null), null);
    }

    private Loan NewLoan(ItemAtDesk item, PatronAtDesk patron, DateOnly dueOn, long? ruleId) => new()
    {
        LibraryId = message.LibraryId,
        ItemId = item.Id,
        PatronId = patron.Id,
        Kind = LoanKind.Home,
        PatronCategory = patron.Card.Category,
        Grade = patron.Grade,
        ItemType = item.Type,
        LentAt = At,
        LentOn = SchoolTime.DayOf(At),
        DueOn = dueOn,
        RuleId = ruleId,
    };

    private static CoveringLoan? Covering(Loan? loan) => loan is null ? null : new CoveringLoan(loan.LentAt, loan.ReturnedAt);

    private DeskOperation Logged(OfflineDecision decision, long? itemId, long? loanId) => new()
    {
        LibraryId = message.LibraryId,
        Device = message.Device,
        Sequence = Operation.Sequence,
        Kind = Operation.Kind,
        ItemId = itemId,
        OccurredAt = At,
        ReceivedAt = message.ReceivedAt,
        Settlement = decision.Settlement,
        Refusal = decision.Refusal,
        LoanId = loanId,
    };
}
