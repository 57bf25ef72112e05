import type { RuleInput } from './desk-queries.js';
import { figureIn } from '../../figures.js';

/** A rule as its form says it. */
export function ruleTyped(form: FormData, productType: string, centreId: string | null, today: string): RuleInput {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const figure = (name: string): number | null => figureIn(text(name));
  return {
    id: text('ruleId'),
    centreId,
    productType,
    code: text('code'),
    variants: text('variant') ? [text('variant')] : null,
    kind: text('kind'),
    en: text('en'),
    fr: text('fr'),
    ar: text('ar'),
    unit: text('unit') || null,
    required: form.has('required'),
    plausibleMin: figure('plausibleMin'),
    plausibleMax: figure('plausibleMax'),
    limitMax: figure('limitMax'),
    limitExclusive: form.has('limitExclusive'),
    source: text('source'),
    checkedOn: today,
    validFrom: text('validFrom'),
  };
}

/** The boxes with something that is no figure: published without it, a limit would be gone. */
export function unreadFigures({ plausibleMin, plausibleMax, limitMax }: RuleInput): string[] {
  return Object.entries({ plausibleMin, plausibleMax, limitMax }).flatMap(([field, value]) => (Number.isNaN(value) ? [field] : []));
}
