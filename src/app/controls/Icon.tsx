/** Line drawings of the page, on a grid of 16. */

const PATHS = {
  free: 'M4.5 7.5h7V13h-7zM6.1 7.5V5.2a2.2 2.2 0 0 1 4.2-.9',
  fixed: 'M4.5 7.5h7V13h-7zM5.9 7.5V5.2a2.1 2.1 0 0 1 4.2 0v2.3',
  reset: 'M4 5.3a5 5 0 1 1-.9 3.6M4 2.3v3.1h3.1',
  undo: 'M6 3.2 3.2 6 6 8.8M3.5 6h5.8a3.4 3.4 0 0 1 0 6.8H6.8',
  redo: 'M10 3.2 12.8 6 10 8.8M12.5 6H6.7a3.4 3.4 0 0 0 0 6.8h2.5',
  down: 'm4.5 6.3 3.5 3.5 3.5-3.5',
  right: 'm6.3 4.5 3.5 3.5-3.5 3.5',
  share: 'M8 10V2.5M5.3 5.2 8 2.5l2.7 2.7M4.7 7.5H3.5v6h9v-6h-1.2',
  export: 'M8 2.5V10M5.3 7.3 8 10l2.7-2.7M3 11.2v2.3h10v-2.3',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  warning: 'M8 2.3 14.1 13.2H1.9zM8 6.4v3.3M8 11.2v.5',
  wide: 'M2.5 3.5h11v9h-11zM2.5 6h11M7 10 4.8 9l2.2-1M5 9h6',
  close: 'm4 4 8 8M12 4l-8 8',
  help: 'M8 2.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 1 0 8 2.4zM6.3 6.5a1.75 1.75 0 1 1 2.6 1.5c-.6.35-.9.7-.9 1.4M8 11.1v.5',
  pin: 'M6 2.5h4M6.8 2.5v4.3L5 9h6L9.2 6.8V2.5M8 9v4.7',
  swap: 'M5 2.8 2.6 5.2 5 7.6M3 5.2h10M11 8.4l2.4 2.4L11 13.2M13 10.8H3',
  theme: 'M8 2.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 1 0 8 2.8z',
} as const;
const FILLED = {
  fixed: 'M4.5 7.5h7V13h-7z',
  theme: 'M8 2.8a5.2 5.2 0 0 1 0 10.4z',
} as const;
export type IconName = keyof typeof PATHS;

/** A decorative drawing; the button around it carries the name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
      {name in FILLED && <path class="icon-fill" d={FILLED[name as keyof typeof FILLED]} />}
    </svg>
  );
}
