import type { ReactNode } from 'react';
import { useMessages } from '../i18n/messages.js';

/** The frame every page stands in: one heading, one column unless told otherwise. */
export function Page({ title, lead, width = 'wide', children }: { title: ReactNode; lead?: ReactNode; width?: 'wide' | 'text'; children: ReactNode }) {
  return (
    <main id="main" className={`mx-auto w-full px-4 pb-24 ${width === 'wide' ? 'max-w-6xl' : 'max-w-2xl'}`}>
      <h1 className="mt-8 font-display text-3xl sm:text-4xl">{title}</h1>
      {lead !== undefined && <p className="mt-2 max-w-[65ch] text-lg text-muted">{lead}</p>}
      <div className="mt-6">{children}</div>
    </main>
  );
}

export function Section({ title, children, aside }: { title: ReactNode; children: ReactNode; aside?: ReactNode }) {
  return (
    <section className="mt-10 first:mt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-ink pb-1">
        <h2 className="text-xl">{title}</h2>
        {aside}
      </div>
      <div className="mt-4">{children}</div>
    </section>
  );
}

/** Nothing here yet, and what would bring something. */
export function Empty({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="border border-line bg-plaster p-6">
      <p className="text-lg font-medium">{title}</p>
      <div className="mt-1 max-w-[65ch] text-muted">{children}</div>
    </div>
  );
}

/** Label and value, line by line. */
export function Facts({ rows }: { rows: readonly (readonly [label: ReactNode, value: ReactNode] | null | false)[] }) {
  return (
    <dl>
      {rows.map(
        (row, at) =>
          row && (
            <div key={at} className="grid grid-cols-[minmax(7rem,1fr)_2fr] gap-4 border-t border-line py-2 first:border-t-0">
              <dt className="text-muted">{row[0]}</dt>
              <dd className="min-w-0 break-words">{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** A sentence about what has just been done. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="mb-6 border-s-4 border-mint-ink bg-mint-soft p-4 text-mint-ink">
      {children}
    </p>
  );
}

export function Progress({ done, of, label }: { done: number; of: number; label: ReactNode }) {
  const { text } = useMessages();
  return (
    <label className="grid gap-1 text-sm text-muted">
      <span>{label}</span>
      <progress value={done} max={of} className="h-2 w-full" aria-label={text('progress', { done, of })} />
    </label>
  );
}

/** Wide tables scroll sideways in their own box, reachable by keyboard. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-start [&_td]:border-t [&_td]:border-line [&_td]:py-3 [&_td]:pe-4 [&_td]:align-top [&_th]:pb-2 [&_th]:pe-4 [&_th]:text-start [&_th]:text-sm [&_th]:font-medium [&_th]:text-muted [&_tbody_th]:border-t [&_tbody_th]:border-line [&_tbody_th]:py-3 [&_tbody_th]:align-top">
        {children}
      </table>
    </div>
  );
}
