import { dayInWords, type Locale } from '#libs/kernel';
import { instantInWords } from '../instant-in-words.js';

export type SaleNews = 'planned' | 'cancelled';

export interface SaleInLetter {
  readonly cluster: string;
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** The Moroccan day. */
  readonly collectionOn: string;
  /** Hers, in the reader's language. */
  readonly pieces: readonly string[];
}

const LETTERS: Readonly<Record<SaleNews, Readonly<Record<Locale, { readonly subject: string; readonly text: string }>>>> = {
  planned: {
    en: { subject: '{cluster}: your pieces in "{title}"', text: '{cluster} offers these pieces of yours in its sale "{title}", from {from} to {to}, Moroccan time:\n\n{pieces}\n\nBring in what was sold on {day}. If you do not want it, take back what you let the cluster do.' },
    fr: { subject: '{cluster} : vos pièces dans « {title} »', text: '{cluster} propose vos pièces suivantes dans sa vente « {title} », du {from} au {to}, heure du Maroc :\n\n{pieces}\n\nApportez ce qui est vendu le {day}. Si vous ne le voulez pas, retirez ce que vous permettez au groupement.' },
    ar: { subject: '{cluster}: قطعك في «{title}»', text: 'يعرض {cluster} هذه القطع من صنعك في بيعه «{title}» من {from} إلى {to} بتوقيت المغرب:\n\n{pieces}\n\nأحضر ما بيع منها يوم {day}. وإن لم ترغب في ذلك فاسحب ما أذنت به للتجمع.' },
  },
  cancelled: {
    en: { subject: '{cluster} has called off "{title}"', text: 'The sale "{title}" of {cluster} does not take place. Your pieces are offered as they were before it:\n\n{pieces}' },
    fr: { subject: '{cluster} a annulé « {title} »', text: 'La vente « {title} » de {cluster} n’a pas lieu. Vos pièces sont proposées comme avant :\n\n{pieces}' },
    ar: { subject: 'ألغى {cluster} بيع «{title}»', text: 'أُلغي بيع «{title}» الذي برمجه {cluster}. تبقى قطعك معروضة كما كانت قبله:\n\n{pieces}' },
  },
};

/** What a maker reads whose pieces a sale takes in. */
export function saleLetter(news: SaleNews, sale: SaleInLetter, locale: Locale, link: string): { readonly subject: string; readonly body: string } {
  const words: Readonly<Record<string, string>> = { cluster: sale.cluster, title: sale.title, from: instantInWords(sale.opensAt, locale), to: instantInWords(sale.closesAt, locale), day: dayInWords(sale.collectionOn, locale), pieces: sale.pieces.join('\n') };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
  const { subject, text } = LETTERS[news][locale];
  return { subject: fill(subject), body: `${fill(text)}\n\n${link}\n\nDar Sanaa` };
}
