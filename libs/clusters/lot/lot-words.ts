import type { Locale, Words } from '#libs/kernel';
import type { SharingRule } from './allotment.js';

/** What the house itself writes on a lot. It is kept as it stands here, and read in the reader's language. */
export const WHY = {
  by: (rule: SharingRule): string => `by ${rule}`,
  again: (rule: SharingRule): string => `offered again by ${rule}`,
  left: 'she left the cluster',
  barred: 'she may not sell today',
  ended: 'the order ended',
} as const;

const RULES: Readonly<Record<SharingRule, Words>> = {
  capacity: { en: 'by what each can make', fr: 'selon ce que chacun peut faire', ar: 'حسب قدرة كل عضو' },
  turn: { en: 'by turn', fr: 'à tour de rôle', ar: 'بالدور' },
  quota: { en: 'by agreed parts', fr: 'selon les parts convenues', ar: 'حسب الحصص المتفق عليها' },
  hand: { en: 'by hand', fr: 'à la main', ar: 'يدوياً' },
};

const KEPT: ReadonlyMap<string, Words> = new Map<string, Words>([
  ...Object.entries(RULES).flatMap(([rule, words]): [string, Words][] => [
    [WHY.by(rule as SharingRule), { en: `Shared out ${words.en}`, fr: `Réparti ${words.fr}`, ar: `وُزّعت ${words.ar}` }],
    [WHY.again(rule as SharingRule), { en: `Offered again ${words.en}`, fr: `Proposé de nouveau ${words.fr}`, ar: `أُعيد عرضها ${words.ar}` }],
  ]),
  [WHY.left, { en: 'She left the cluster', fr: 'Elle a quitté le groupement', ar: 'مغادرة التجمع' }],
  [WHY.barred, { en: 'She may not sell today: the register does not have her as registered', fr: 'Elle ne peut pas vendre aujourd’hui : son inscription au registre n’est pas en vigueur', ar: 'لا يحق له البيع اليوم: تسجيله في السجل غير سارٍ' }],
  [WHY.ended, { en: 'The order ended', fr: 'La commande a pris fin', ar: 'انتهت الطلبية' }],
]);

/** A reason as somebody reads it: the house's in her language, a person's own as she wrote it. */
export function whyInWords(kept: string, locale: Locale): string {
  return KEPT.get(kept)?.[locale] ?? kept;
}
