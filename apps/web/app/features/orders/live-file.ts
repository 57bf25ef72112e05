import { useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { ExportFile } from './queries.js';

/** How many papers are ready, as the house last said; the papers themselves come with the page. */
export interface Told {
  readonly ready: number;
  readonly of: number;
}

/** Steps that come together ask for the page once. */
const TOGETHER_MS = 400;

/** Follows a file while it is being drawn up: the bar moves with each step, and the list is asked for again. */
export function useLiveFile(file: ExportFile | null): Told | null {
  const [told, tell] = useState<Told | null>(null);
  const { revalidate } = useRevalidator();
  const [url, moving] = [file?.eventsUrl, file !== null && !file.complete];
  useEffect(() => {
    if (!moving || url === undefined) return tell(null);
    let soon: ReturnType<typeof setTimeout> | undefined;
    // A lost line is taken up again by the browser, from the last step it heard.
    const events = new EventSource(url);
    events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      tell(JSON.parse(data) as Told);
      soon ??= setTimeout(() => {
        soon = undefined;
        void revalidate();
      }, TOGETHER_MS);
    });
    return () => {
      clearTimeout(soon);
      events.close();
    };
  }, [url, moving, revalidate]);
  return told;
}
