/** The one posterior of a page. */
import type { AppState } from '../state/context.ts';
import { createSession, type Session } from './session.ts';

/** The session outlives the tab: it goes on while another one is open, and its files are exported from elsewhere. */
const sessions = new WeakMap<AppState['store'], Session>();

/** The session of a page, begun when it is first asked for. */
export function sessionOf({ store, inference, band }: Pick<AppState, 'store' | 'inference' | 'band'>): Session {
  let session = sessions.get(store);
  if (!session) {
    session = createSession(store, inference, (shown) => {
      band.band.value = shown;
    });
    sessions.set(store, session);
  }
  return session;
}
