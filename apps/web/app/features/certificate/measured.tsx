import { formatNumber } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';

/** What was measured or stated, on a line of its own above the verdict; nothing for what is seen. */
export function Measured({ value, unit, words }: { value: number | null; unit: string | null; words: string | null }) {
  const { lang } = useMessages();
  if (words === null && value === null) return null;
  return (
    <bdi className="block font-medium">{words ?? `${formatNumber(lang, value ?? 0, Number.isInteger(value) ? 0 : 2)} ${unit ?? ''}`}</bdi>
  );
}
