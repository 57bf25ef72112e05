import type { Locale } from '#libs/kernel';

export type OfferNews = 'paused' | 'resumed';

export interface OfferLetter {
  readonly subject: string;
  readonly body: string;
}

type Words = Readonly<Record<Locale, { readonly subject: string; readonly text: string }>>;

const LETTERS: Readonly<Record<OfferNews, Words>> = {
  paused: {
    en: { subject: '{cluster} no longer offers "{title}" for now', text: 'With its new price, what {cluster} takes of "{title}" is more than a third of what the maker receives. The offer is paused: the piece is on sale under its maker’s own name, without the cluster’s part. It resumes by itself when the price allows it, or with other terms when the cluster offers it again.' },
    fr: { subject: '{cluster} ne propose plus « {title} » pour l’instant', text: 'Avec son nouveau prix, la part de {cluster} sur « {title} » dépasse le tiers de ce que reçoit l’artisan. La proposition est suspendue : la pièce est en vente au nom de son artisan, sans la part du groupement. Elle reprend d’elle-même quand le prix le permet, ou à d’autres conditions si le groupement la propose de nouveau.' },
    ar: { subject: 'توقف عرض «{title}» من طرف {cluster} مؤقتاً', text: 'بعد تغيير الثمن أصبح نصيب {cluster} من «{title}» يفوق ثلث ما يتوصل به الصانع. عُلّق العرض: تباع القطعة باسم صانعها وحده ودون نصيب التجمع. يُستأنف العرض تلقائياً متى سمح الثمن بذلك، أو بشروط أخرى إذا عرضها التجمع من جديد.' },
  },
  resumed: {
    en: { subject: '{cluster} offers "{title}" again', text: 'The price of "{title}" allows what {cluster} takes of it again: the piece is on sale under the cluster’s name, on the same terms as before.' },
    fr: { subject: '{cluster} propose de nouveau « {title} »', text: 'Le prix de « {title} » permet de nouveau la part de {cluster} : la pièce est en vente au nom du groupement, aux mêmes conditions qu’avant.' },
    ar: { subject: '{cluster} يعرض «{title}» من جديد', text: 'أصبح ثمن «{title}» يسمح من جديد بنصيب {cluster}: القطعة معروضة باسم التجمع وبالشروط نفسها.' },
  },
};

/** What maker and coordinators read when an offer pauses or stands again. */
export function offerLetter(kind: OfferNews, names: { readonly cluster: string; readonly title: string }, locale: Locale, link: string): OfferLetter {
  const fill = (words: string): string => words.replaceAll('{cluster}', () => names.cluster).replaceAll('{title}', () => names.title);
  const { subject, text } = LETTERS[kind][locale];
  return { subject: fill(subject), body: `${fill(text)}\n\n${link}` };
}
