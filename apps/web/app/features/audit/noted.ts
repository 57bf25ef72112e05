/** What a line of the trail notes, as a page can say it. */
export type Noted =
  | { kind: 'id' | 'day' | 'instant' | 'text'; text: string }
  | { kind: 'code'; code: string }
  | { kind: 'number' | 'percent'; value: number }
  | { kind: 'money'; amountMinor: number; currency: string }
  | { kind: 'answer'; yes: boolean }
  | { kind: 'several'; items: Noted[] }
  | { kind: 'parts'; entries: Entry[] };

export interface Entry {
  key: string;
  noted: Noted;
}

/** Reads the JSON of a line. What cannot be read stands as it is: the trail hides nothing. */
export function readDetail(json: string): Entry[] {
  try {
    const read: unknown = JSON.parse(json);
    return typeof read === 'object' && read !== null ? entries(read as Record<string, unknown>) : [{ key: 'detail', noted: { kind: 'text', text: json } }];
  } catch {
    return [{ key: 'detail', noted: { kind: 'text', text: json } }];
  }
}

/** A currency beside an amount is part of it; amounts without one are in dirhams. */
function entries(read: Record<string, unknown>): Entry[] {
  const currency = typeof read.currency === 'string' ? read.currency : 'MAD';
  const amounts = Object.entries(read).some(([key, value]) => key.endsWith('Minor') && typeof value === 'number');
  return Object.entries(read)
    .filter(([key, value]) => value !== null && !(key === 'currency' && amounts))
    .map(([key, value]) => ({ key, noted: note(key, value, currency) }));
}

function note(key: string, value: unknown, currency: string): Noted {
  if (typeof value === 'boolean') return { kind: 'answer', yes: value };
  if (typeof value === 'number') return key.endsWith('Minor') ? { kind: 'money', amountMinor: value, currency } : key.toLowerCase().endsWith('bp') ? { kind: 'percent', value: value / 100 } : { kind: 'number', value };
  if (Array.isArray(value)) return { kind: 'several', items: value.map((one) => note(key, one, currency)) };
  if (typeof value === 'object' && value !== null) return { kind: 'parts', entries: entries(value as Record<string, unknown>) };
  return noteText(String(value));
}

function noteText(text: string): Noted {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)) return { kind: 'id', text };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { kind: 'day', text };
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) return { kind: 'instant', text };
  return /^[a-z][a-zA-Z]*([._-][a-zA-Z]+)*$/.test(text) ? { kind: 'code', code: text } : { kind: 'text', text };
}
