import { Form, useSearchParams } from 'react-router';
import { useMessages } from '../i18n/messages.js';
import { Button } from './button.js';

export interface Choice {
  name: string;
  label: string;
  /** The first is what stands when nothing is chosen: its value is empty. */
  options: readonly (readonly [value: string, words: string])[];
}

/** Narrows and orders a list by its address, without JavaScript too. What is chosen stays chosen; `kept` goes along unseen. */
export function Narrow({ choices, days = [], kept = [] }: { choices: readonly Choice[]; days?: readonly { name: string; label: string }[]; kept?: readonly string[] }) {
  const { t } = useMessages();
  const [search] = useSearchParams();
  return (
    <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3" key={search.toString()}>
      {kept.map((name) => search.get(name) !== null && <input key={name} type="hidden" name={name} value={search.get(name)!} />)}
      {choices.map(({ name, label, options }) => (
        <select key={name} name={name} defaultValue={search.get(name) ?? ''} aria-label={label} className="min-h-14 border border-ink bg-lime px-2">
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      ))}
      {days.map(({ name, label }) => (
        <label key={name} className="text-sm">
          {label}
          <input type="date" name={name} defaultValue={dayWritten(search.get(name)) ?? ''} className="block min-h-14 border border-ink bg-transparent px-2" />
        </label>
      ))}
      <Button look="second">{t('inspection.show')}</Button>
    </Form>
  );
}

/** What the address says of a list, where it is one of the values known. */
export function chosenIn<T extends string>(request: Request, name: string, known: readonly T[]): T | null {
  const asked = new URL(request.url).searchParams.get(name);
  return known.find((one) => one === asked) ?? null;
}

/** A day of the address, or null for none and for what is no day. */
export function dayIn(request: Request, name: string): string | null {
  return dayWritten(new URL(request.url).searchParams.get(name));
}

function dayWritten(asked: string | null): string | null {
  return asked !== null && /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : null;
}
