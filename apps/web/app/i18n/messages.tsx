import { createContext, Fragment, useContext, type ReactNode } from 'react';
import { catalogue } from './catalogue.js';
import { typeset, type Lang } from './languages.js';

export type MessageValues = Readonly<Record<string, ReactNode>>;

export interface MessageReader {
  lang: Lang;
  /** A sentence for the page. Every text put into it is isolated, so a Latin name cannot reorder an Arabic line. */
  t(key: string, values?: MessageValues): ReactNode;
  /** A sentence for an attribute or a title: the same isolation with control characters. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
}

const LangContext = createContext<Lang>('en');
export const LangProvider = LangContext.Provider;

export function useMessages(): MessageReader {
  return messagesIn(useContext(LangContext));
}

/** Outside React's tree: page titles. */
export function messagesIn(lang: Lang): MessageReader {
  return {
    lang,
    t: (key, values = {}) => sentence(lang, key, values),
    text(key, values = {}) {
      const isolated = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? `\u2068${value}\u2069` : value]);
      return typeset(lang, catalogue(lang)._(key, Object.fromEntries(isolated) as Record<string, string | number>));
    },
  };
}

/** Marks from the private use area hold each value's place while the message is put together. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

function sentence(lang: Lang, key: string, values: MessageValues): ReactNode {
  const nodes: ReactNode[] = [];
  const marked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    // Numbers choose the plural form, so they stay numbers.
    marked[name] = typeof value === 'number' ? value : `${OPEN}${nodes.push(value) - 1}${CLOSE}`;
  }
  const filled = typeset(lang, catalogue(lang)._(key, marked));
  if (nodes.length === 0) return filled;
  return filled.split(OPEN).map((piece, at) => {
    if (at === 0) return piece;
    const end = piece.indexOf(CLOSE);
    const value = nodes[Number(piece.slice(0, end))];
    return (
      <Fragment key={at}>
        {typeof value === 'string' ? <bdi className={/^[\w-]+$/.test(value) ? 'whitespace-nowrap' : undefined}>{value}</bdi> : value}
        {piece.slice(end + 1)}
      </Fragment>
    );
  });
}
