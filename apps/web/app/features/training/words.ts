import type { Lang } from '../../i18n/languages.js';
import type { Criterion, TrainingSession } from './queries.js';

export function titleIn(lang: Lang, session: Pick<TrainingSession, 'titleEn' | 'titleFr' | 'titleAr'>): string {
  return { en: session.titleEn, fr: session.titleFr, ar: session.titleAr }[lang];
}

/**
 * Criteria as a centre writes them: one a line, French and Arabic after it, with a stroke between. Who leaves a language out
 * has the first said in its place.
 */
export function criteriaTyped(text: string): Criterion[] {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  return lines.map((line, at) => {
    const [fr = '', ar, en] = line.split('|').map((part) => part.trim());
    return { code: `c${at + 1}`, fr, ar: ar || fr, en: en || fr };
  });
}

export function criteriaText(criteria: readonly Criterion[]): string {
  return criteria.map(({ fr, ar, en }) => `${fr} | ${ar} | ${en}`).join('\n');
}
