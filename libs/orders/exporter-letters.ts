import { toDecimal, type Locale } from '#libs/kernel';
import type { Letter } from './letters.js';
import type { ProForma } from './pro-forma.js';

type Said = Readonly<Record<Locale, { readonly subject: string; readonly text: string; readonly open: string }>>;

const PAID: Said = {
  en: { subject: 'New order {number}: it is paid', text: 'An order for {country} is paid, and the money is held for you. Accept it or decline it:', open: 'Open the order' },
  fr: { subject: 'Nouvelle commande {number} : elle est payée', text: 'Une commande pour {country} est payée, et l’argent vous est réservé. Acceptez-la ou refusez-la :', open: 'Ouvrir la commande' },
  ar: { subject: 'طلبية جديدة {number}: تم أداؤها', text: 'أُدّيت طلبية متجهة إلى {country} والمبلغ محفوظ لك. اقبلها أو ارفضها:', open: 'افتح الطلبية' },
};

/** The exporter learns of a paid order in her own language: what, how many, what the makers receive. */
export function paidLetter(order: ProForma, locale: Locale, link: string): Letter {
  const { subject, text, open } = PAID[locale];
  const fill = (words: string): string => words.replace('{number}', order.number).replace('{country}', order.consignee.country);
  const pieces = order.lines.map((line) => `  ${line.quantity} × ${line.title[locale]} (${toDecimal({ amountMinor: line.sharesMad.makerMinor, currency: 'MAD' })} MAD)`);
  return { subject: fill(subject), body: [fill(text), '', ...pieces, '', `${open}: ${link}`, '', 'Dar Sanaa'].join('\n') };
}
