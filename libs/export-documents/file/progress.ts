import type { ExportFileState, PaperState } from './export-file.js';

/** Where a file stands, as one who watches it is told: the whole of it each time, so that nothing is lost with a message. */
export interface Progress {
  readonly state: ExportFileState;
  readonly version: number;
  readonly ready: number;
  readonly of: number;
  readonly papers: readonly { readonly id: string; readonly state: PaperState }[];
}

interface Seen {
  readonly file: { readonly state: ExportFileState; readonly version: number };
  readonly papers: readonly { readonly id: string; readonly state: PaperState }[];
}

export function progressOf({ file, papers }: Seen): Progress {
  const steps = papers.map(({ id, state }) => ({ id, state })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { state: file.state, version: file.version, ready: steps.filter((p) => p.state === 'ready').length, of: steps.length, papers: steps };
}

/** Nothing more will move by itself. A blocked file waits for a person, who may be at it now. */
export function isOver({ state }: Progress): boolean {
  return state === 'complete' || state === 'sent';
}

/** One message of a stream of server-sent events (WHATWG HTML, §9.2); the identifier comes back as Last-Event-ID. */
export function eventText(name: string, id: string, data: unknown): string {
  return `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}
