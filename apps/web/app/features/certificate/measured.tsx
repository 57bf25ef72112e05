import { formatNumber } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';

/** As many as were measured: 0.008 % is not 0.01 %, which the law would not let pass. */
export function decimals(value: number): number {
  return Math.min(9, /\.(\d+)/.exec(value.toFixed(9).replace(/0+$/, ''))?.[1]?.length ?? 0);
}

/** What was measured or stated, on a line of its own above the verdict; nothing for what is seen. */
export function Measured({ value, unit, words }: { value: number | null; unit: string | null; words: string | null }) {
  const { lang } = useMessages();
  if (words === null && value === null) return null;
  return (
    <bdi className="block font-medium">{words ?? `${formatNumber(lang, value ?? 0, decimals(value ?? 0))} ${unit ?? ''}`}</bdi>
  );
}
