import { useMemo } from 'preact/hooks';
import { qrCode, sideOnPaper_mm } from './qrCode.ts';

interface QrImageProps {
  readonly text: string;
  /** What it is, for those who do not see it. */
  readonly name: string;
  /** Whether it has the size for paper; else it fills its place. */
  readonly onPaper?: boolean;
}

/** A QR code, black on white in every theme. */
export function QrImage({ text, name, onPaper = false }: QrImageProps) {
  const code = useMemo(() => qrCode(text), [text]);
  const { modules, path } = code;
  const side = onPaper ? `${sideOnPaper_mm(code)}mm` : '100%';
  return (
    <svg
      class="qr-image"
      role="img"
      aria-label={name}
      viewBox={`0 0 ${modules} ${modules}`}
      width={side}
      height={side}
      shape-rendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
