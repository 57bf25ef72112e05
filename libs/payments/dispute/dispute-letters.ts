import { toDecimal, type Locale } from '#libs/kernel';
import type { Standing } from './dispute.js';

type Said = Readonly<Record<Locale, { readonly subject: string; readonly body: string }>>;

const WORDS: Readonly<Record<Standing, Said>> = {
  open: {
    en: { subject: 'Your money for {number} waits', body: 'The bank of the buyer of {number} disputes the payment. Your {amount} MAD wait until it has decided; we answer the bank. Keep whatever shows what you made and sent.' },
    fr: { subject: 'Votre argent pour {number} attend', body: 'La banque de l’acheteur de {number} conteste le paiement. Vos {amount} MAD attendent sa décision ; nous répondons à la banque. Gardez tout ce qui montre ce que vous avez fait et remis.' },
    ar: { subject: 'مالك عن {number} في الانتظار', body: 'اعترض بنك مشتري {number} على الأداء. يبقى مبلغك ({amount} درهم) في انتظار قراره، ونحن من يجيب البنك. احتفظ بكل ما يثبت ما صنعته وسلمته.' },
  },
  won: {
    en: { subject: 'Your money for {number} is free again', body: 'The dispute about {number} is over in our favour. Your {amount} MAD go out with the next payouts.' },
    fr: { subject: 'Votre argent pour {number} est de nouveau libre', body: 'Le litige sur {number} est terminé en notre faveur. Vos {amount} MAD partent avec les prochains versements.' },
    ar: { subject: 'مالك عن {number} متاح من جديد', body: 'انتهى النزاع حول {number} لصالحنا. يُرسل مبلغك ({amount} درهم) مع التحويلات المقبلة.' },
  },
  lost: {
    en: { subject: 'The dispute about {number} is over', body: 'The buyer’s bank kept the money of {number}. The loss is ours, not yours: your {amount} MAD go out with the next payouts.' },
    fr: { subject: 'Le litige sur {number} est terminé', body: 'La banque de l’acheteur a gardé l’argent de {number}. La perte est pour nous, pas pour vous : vos {amount} MAD partent avec les prochains versements.' },
    ar: { subject: 'انتهى النزاع حول {number}', body: 'احتفظ بنك المشتري بمال {number}. الخسارة علينا لا عليك: يُرسل مبلغك ({amount} درهم) مع التحويلات المقبلة.' },
  },
};

/** To whoever waits for money of a disputed order, in her language. */
export function disputeLetter(standing: Standing, locale: Locale, { number, amountMinor }: { number: string; amountMinor: number }): { subject: string; body: string } {
  const amount = toDecimal({ amountMinor, currency: 'MAD' });
  const fill = (text: string): string => text.replaceAll('{number}', number).replaceAll('{amount}', amount);
  const { subject, body } = WORDS[standing][locale];
  return { subject: fill(subject), body: `${fill(body)}\n\nDar Sanaa` };
}
