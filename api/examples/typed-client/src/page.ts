import { RenewLoanDocument, SearchCatalogueDocument } from './generated.js';
import { send, type Session } from './client.js';

/** Titles with the libraries in which a copy stands on the shelf now. */
export async function availableTitles(session: Session, words: string): Promise<string[]> {
  const { records } = await send(session, SearchCatalogueDocument, { search: words, first: 20 });
  return records.nodes.map((record) => {
    const places = record.items.nodes.filter((item) => item.status === 'IN_STOCK').map((item) => item.library?.name ?? '');
    return `${record.title}: ${places.join(', ') || '–'}`;
  });
}

/** The new due day, or the sentence that says why there is none. */
export async function renew(session: Session, libraryId: string, registrationNumber: string): Promise<string> {
  const { renewLoan } = await send(session, RenewLoanDocument, { input: { libraryId, registrationNumber, idempotencyKey: crypto.randomUUID() } });
  return renewLoan.loan?.dueOn ?? renewLoan.errors.map((error) => error.message).join(' ');
}
