import { dayInWords, type Locale } from '#libs/kernel';
import { instantInWords } from '../instant-in-words.js';

export type SaleNews = 'planned' | 'closed' | 'cancelled';

export interface SaleInLetter {
  readonly cluster: string;
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** The Moroccan day. */
  readonly collectionOn: string;
  /** Hers, in the reader's language, and how many of each were sold. */
  readonly pieces: readonly { readonly title: string; readonly sold: number }[];
}

const LETTERS: Readonly<Record<SaleNews | 'unsold' | 'stopped', Readonly<Record<Locale, { readonly subject: string; readonly text: string }>>>> = {
  planned: {
    en: { subject: '{cluster}: your pieces in "{title}"', text: '{cluster} offers these pieces of yours in its sale "{title}", from {from} to {to}, Moroccan time:\n\n{pieces}\n\nBring in what was sold on {day}. If you do not want it, take back what you let the cluster do.' },
    fr: { subject: '{cluster} : vos pièces dans « {title} »', text: '{cluster} propose vos pièces suivantes dans sa vente « {title} », du {from} au {to}, heure du Maroc :\n\n{pieces}\n\nApportez ce qui est vendu le {day}. Si vous ne le voulez pas, retirez ce que vous permettez au groupement.' },
    ar: { subject: '{cluster}: قطعك في «{title}»', text: 'يعرض {cluster} هذه القطع من صنعك في بيعه «{title}» من {from} إلى {to} بتوقيت المغرب:\n\n{pieces}\n\nأحضر ما بيع منها يوم {day}. وإن لم ترغب في ذلك فاسحب ما أذنت به للتجمع.' },
  },
  closed: {
    en: { subject: '{cluster}: bring in what was sold in "{title}" on {day}', text: 'The sale "{title}" of {cluster} is over. Bring in on {day} what was sold of yours:\n\n{pieces}\n\nWhat is left over of what you bring goes back to you.' },
    fr: { subject: '{cluster} : apportez le {day} ce qui est vendu dans « {title} »', text: 'La vente « {title} » de {cluster} est terminée. Apportez le {day} ce qui est vendu de vos pièces :\n\n{pieces}\n\nCe qui reste de ce que vous apportez vous revient.' },
    ar: { subject: '{cluster}: أحضر يوم {day} ما بيع في «{title}»', text: 'انتهى بيع «{title}» الذي نظمه {cluster}. أحضر يوم {day} ما بيع من قطعك:\n\n{pieces}\n\nوما تبقى مما تحضره يعود إليك.' },
  },
  unsold: {
    en: { subject: '{cluster}: "{title}" is over', text: 'The sale "{title}" of {cluster} is over. None of your pieces was sold in it; there is nothing to bring in for its buyers.' },
    fr: { subject: '{cluster} : « {title} » est terminée', text: 'La vente « {title} » de {cluster} est terminée. Aucune de vos pièces n’y a été vendue ; il n’y a rien à apporter pour ses acheteurs.' },
    ar: { subject: '{cluster}: انتهى بيع «{title}»', text: 'انتهى بيع «{title}» الذي نظمه {cluster}. لم تُبع فيه أي قطعة من قطعك، فلا شيء تحضره لمشتريه.' },
  },
  // Called off when something had been sold already: that goes on.
  stopped: {
    en: { subject: '{cluster} has ended "{title}" early', text: 'The sale "{title}" of {cluster} has been ended. Your pieces are offered as they were before it. What was sold by then is still to be brought in, on {day}:\n\n{pieces}' },
    fr: { subject: '{cluster} a mis fin à « {title} »', text: '{cluster} a mis fin à la vente « {title} ». Vos pièces sont proposées comme avant. Ce qui était déjà vendu reste à apporter, le {day} :\n\n{pieces}' },
    ar: { subject: 'أنهى {cluster} بيع «{title}» قبل أوانه', text: 'أنهى {cluster} بيع «{title}» قبل أوانه. تبقى قطعك معروضة كما كانت قبله. أما ما بيع منها فيجب إحضاره يوم {day}:\n\n{pieces}' },
  },
  cancelled: {
    en: { subject: '{cluster} has called off "{title}"', text: 'The sale "{title}" of {cluster} does not take place. Your pieces are offered as they were before it:\n\n{pieces}' },
    fr: { subject: '{cluster} a annulé « {title} »', text: 'La vente « {title} » de {cluster} n’a pas lieu. Vos pièces sont proposées comme avant :\n\n{pieces}' },
    ar: { subject: 'ألغى {cluster} بيع «{title}»', text: 'أُلغي بيع «{title}» الذي برمجه {cluster}. تبقى قطعك معروضة كما كانت قبله:\n\n{pieces}' },
  },
};

/** What a maker reads whose pieces a sale takes in. */
export function saleLetter(news: SaleNews, sale: SaleInLetter, locale: Locale, link: string): { readonly subject: string; readonly body: string } {
  const sold = sale.pieces.filter((piece) => piece.sold > 0);
  const pieces = news === 'planned' || sold.length === 0 ? sale.pieces.map(({ title }) => title) : sold.map((piece) => `${piece.title}: ${piece.sold}`);
  const words: Readonly<Record<string, string>> = { cluster: sale.cluster, title: sale.title, from: instantInWords(sale.opensAt, locale), to: instantInWords(sale.closesAt, locale), day: dayInWords(sale.collectionOn, locale), pieces: pieces.join('\n') };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
  const { subject, text } = LETTERS[kindOf(news, sold.length > 0)][locale];
  return { subject: fill(subject), body: `${fill(text)}\n\n${link}\n\nDar Sanaa` };
}

function kindOf(news: SaleNews, sold: boolean): keyof typeof LETTERS {
  if (news === 'closed') return sold ? 'closed' : 'unsold';
  return news === 'cancelled' && sold ? 'stopped' : news;
}
