import { toDecimal, type Locale } from '#libs/kernel';
import type { Letter } from './letters.js';
import type { ProForma } from '../pro-forma.js';

type Said = Readonly<Record<Locale, { readonly subject: string; readonly text: string; readonly open: string }>>;

const PAID: Said = {
  en: { subject: 'New order {number}: it is paid', text: 'An order for {country} is paid, and the money is held for you. Accept it or decline it:', open: 'Open the order' },
  fr: { subject: 'Nouvelle commande {number} : elle est payée', text: 'Une commande pour {country} est payée, et l’argent vous est réservé. Acceptez-la ou refusez-la :', open: 'Ouvrir la commande' },
  ar: { subject: 'طلبية جديدة {number}: تم أداؤها', text: 'أُدّيت طلبية متجهة إلى {country} والمبلغ محتجز لك. اقبلها أو ارفضها:', open: 'افتح الطلبية' },
};

const WAITING: Said = {
  en: { subject: 'Order {number} waits for your answer', text: 'A paid order for {country} has had no answer. Accept it or decline it; without an answer it will be declined for you.', open: 'Open the order' },
  fr: { subject: 'La commande {number} attend votre réponse', text: 'Une commande payée pour {country} est sans réponse. Acceptez-la ou refusez-la ; sans réponse, elle sera refusée pour vous.', open: 'Ouvrir la commande' },
  ar: { subject: 'الطلبية {number} تنتظر جوابك', text: 'بقيت طلبية مؤداة متجهة إلى {country} دون جواب. اقبلها أو ارفضها، وبدون جواب ستُرفض نيابة عنك.', open: 'افتح الطلبية' },
};

/** The visitor paid at the stall; now the journey is paid too. */
const SOLD_AT_STALL: Said = {
  en: { subject: 'Hand over {number}: its journey to {country} is paid', text: 'A visitor paid for the journey of what you sold her. Hand it to the export desk, packed to travel:', open: 'Open the order' },
  fr: { subject: 'À remettre, {number} : son voyage vers {country} est payé', text: 'Une visiteuse a payé le voyage de ce que vous lui avez vendu. Remettez-le au bureau d’export, emballé pour voyager :', open: 'Ouvrir la commande' },
  ar: { subject: 'سلّم {number}: أُدّيت مصاريف إرسالها إلى {country}', text: 'أدّى الزائر مصاريف إرسال ما بعته له. سلّمه إلى مكتب التصدير مغلّفاً وجاهزاً للإرسال:', open: 'افتح الطلبية' },
};

const EXPORTER_NEWS = { paid: PAID, waiting: WAITING } as const;
export type ExporterNews = keyof typeof EXPORTER_NEWS;

/** The exporter learns of a paid order in her own language: what, how many, what the makers receive. */
export function exporterLetter(order: ProForma, news: ExporterNews, locale: Locale, link: string): Letter {
  const { subject, text, open } = (order.stall ? SOLD_AT_STALL : EXPORTER_NEWS[news])[locale];
  const fill = (words: string): string => words.replace('{number}', order.number).replace('{country}', order.consignee.country);
  const worth = (line: ProForma['lines'][number]): number => (order.stall ? line.goodsMadMinor : line.sharesMad.makerMinor);
  const pieces = order.lines.map((line) => `  ${line.quantity} × ${line.title[locale]} (${toDecimal({ amountMinor: worth(line), currency: 'MAD' })} MAD)`);
  return { subject: fill(subject), body: [fill(text), '', ...pieces, '', `${open}: ${link}`, '', 'Dar Sanaa'].join('\n') };
}
