import type { Locale } from '#libs/kernel';

export interface LotLetter {
  readonly subject: string;
  readonly body: string;
}

const OFFERED: Readonly<Record<Locale, { readonly subject: string; readonly text: string }>> = {
  en: { subject: '{quantity} pieces to make for {cluster}', text: '{cluster} offers you {quantity} pieces of a shared order. Answer before {day}; without an answer they go to another member.' },
  fr: { subject: '{quantity} pièces à réaliser pour {cluster}', text: '{cluster} vous propose {quantity} pièces d’une commande partagée. Répondez avant le {day} ; sans réponse, elles iront à un autre membre.' },
  ar: { subject: '{quantity} قطعة لإنجازها لفائدة {cluster}', text: 'يعرض عليك {cluster} {quantity} قطعة من طلبية مشتركة. أجب قبل {day}، وبدون جواب تُعرض على عضو آخر.' },
};

/** What a member reads when a lot is offered to her. */
export function offeredLetter(lot: { readonly quantity: number; readonly cluster: string; readonly day: string }, locale: Locale, link: string): LotLetter {
  const fill = (words: string): string => words.replaceAll('{quantity}', String(lot.quantity)).replaceAll('{day}', lot.day).replaceAll('{cluster}', () => lot.cluster);
  const { subject, text } = OFFERED[locale];
  return { subject: fill(subject), body: `${fill(text)}\n\n${link}\n\nDar Sanaa` };
}
