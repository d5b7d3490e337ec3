/** The last moment at which something can be kept. */

/** Takes what is done when the page may be closed. */
export type OnLeaving = (act: () => void) => void;

interface LeavingWindow {
  addEventListener(type: 'pagehide', listener: () => void): void;
}

interface LeavingDocument {
  readonly visibilityState: DocumentVisibilityState;
  addEventListener(type: 'visibilitychange', listener: () => void): void;
}

/** When the page goes, or goes out of sight: a phone that closes it later says no more. */
export function leaving(window: LeavingWindow, document: LeavingDocument): OnLeaving {
  return (act) => {
    window.addEventListener('pagehide', act);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') act();
    });
  };
}
