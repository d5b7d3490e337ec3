import './ownDataDoor.css';
import { useEffect } from 'preact/hooks';
import { lazy } from '../lazy.tsx';
import { pageWords } from '../pageWords.ts';
import { type AppState, useApp } from '../state/context.ts';
import { type OwnDataSession, ownDataSession } from './session.ts';

/** What reads and shows a file is fetched when the first one comes. */
const OwnDataPanel = lazy(async () => (await import('./OwnDataPanel.tsx')).OwnDataPanel);
const DropVeil = lazy(async () => (await import('./DropVeil.tsx')).DropVeil);

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

async function receive(files: readonly File[], app: AppState): Promise<void> {
  try {
    await (await import('./receiveFile.ts')).receiveFiles(files, app);
  } catch (error) {
    // The reader itself says in sentences what is wrong with a file; here it could not be fetched.
    app.store.say({ row: null, text: pageWords().ownData.notLoaded((error as Error).message) });
  }
}

/** Lets a file be dropped anywhere on the page. */
function useDrop(session: OwnDataSession) {
  const app = useApp();
  useEffect(() => {
    // Every element on the way says that the pointer came and went.
    let depth = 0;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.type === 'dragenter' && ++depth === 1) session.isDragging.value = true;
    };
    const end = () => {
      depth = 0;
      session.isDragging.value = false;
    };
    const leave = (event: DragEvent) => {
      if (holdsFiles(event) && --depth <= 0) end();
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      end();
      void receive([...(event.dataTransfer?.files ?? [])], app);
    };
    const listeners = [
      ['dragenter', over],
      ['dragover', over],
      ['dragleave', leave],
      ['drop', drop],
    ] as const;
    for (const [type, listener] of listeners) window.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of listeners) window.removeEventListener(type, listener);
    };
  }, [session, app]);
}

/** The way in for a table of one's own, from anywhere on the page. */
export function OwnDataDoor() {
  const { store } = useApp();
  const session = ownDataSession(store);
  useDrop(session);
  const isOpen = session.panel.value !== 'closed';
  return (
    <>
      {isOpen && <OwnDataPanel />}
      {session.isDragging.value && !isOpen && <DropVeil />}
    </>
  );
}
