import type { ReactNode } from 'react';

const strokes = {
  check: <path d="m4 12 5 6L20 6" />,
  cross: <path d="M5 5l14 14M19 5 5 19" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3 3" />
    </>
  ),
  warning: <path d="M12 4 2.5 20h19L12 4Zm0 6v5m0 2.5v.5" />,
  camera: (
    <>
      <path d="M4 8h3l2-3h6l2 3h3v11H4z" />
      <circle cx="12" cy="13" r="3.6" />
    </>
  ),
  filter: <path d="M4 6h16M7 12h10M10 18h4" />,
  bag: <path d="M5 8h14l1 12H4L5 8Zm4 0V6a3 3 0 0 1 6 0v2" />,
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4 21c1-5 4-7 8-7s7 2 8 7" />
    </>
  ),
  document: <path d="M6 3h8l4 4v14H6V3Zm8 0v4h4M9 12h6M9 16h6" />,
  truck: <path d="M3 6h11v10H3V6Zm11 4h4l3 3v3h-7v-6ZM7 19a2 2 0 1 1 0-4 2 2 0 0 1 0 4Zm10 0a2 2 0 1 1 0-4 2 2 0 0 1 0 4Z" />,
  question: <path d="M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4m0 3v.5" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof strokes;

/** Decoration beside a word; never the only sign of anything. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true" className="shrink-0">
      {strokes[name]}
    </svg>
  );
}

/** The eight-point star is the certification mark, and stands for nothing else. */
export function Star({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className="shrink-0">
      <g fill="currentColor">
        <rect x="4.5" y="4.5" width="15" height="15" />
        <rect x="4.5" y="4.5" width="15" height="15" transform="rotate(45 12 12)" />
      </g>
      <circle cx="12" cy="12" r="3" fill="var(--color-saffron)" />
    </svg>
  );
}
