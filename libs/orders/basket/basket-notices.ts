import type { Locale } from '#libs/kernel';

/** What a buyer saw of a line when she put it in, and what it is now. */
export interface SeenLine {
  readonly quantity: number;
  readonly paid: boolean;
  readonly seen: { readonly exporterId: string; readonly goodsMinor: number } | null;
  /** Null when the piece is no longer shown at all. */
  readonly now: { readonly listed: boolean; readonly available: number; readonly minimumQuantity: number; readonly exporter: { readonly id: string; readonly name: string }; readonly goodsMinor: number } | null;
}

type Notice = 'gone' | 'minimum' | 'few' | 'exporter' | 'price';

const WORDS: Readonly<Record<Notice, Readonly<Record<Locale, string>>>> = {
  gone: { en: 'This piece is no longer for sale. Take it out to go on.', fr: 'Cette pièce n’est plus en vente. Retirez-la pour continuer.', ar: 'لم تعد هذه القطعة معروضة للبيع. احذفها للمتابعة.' },
  minimum: { en: 'It is now sold from {min} pieces on.', fr: 'Elle se vend désormais à partir de {min} pièces.', ar: 'أقل كمية تُباع منها الآن: {min}.' },
  few: { en: 'Only {left} are left.', fr: 'Il n’en reste que {left}.', ar: 'العدد المتبقي منها: {left}.' },
  exporter: { en: 'It is now sold by {name}, at the price shown.', fr: 'Elle est désormais vendue par {name}, au prix affiché.', ar: 'تُباع الآن من طرف {name} بالسعر المعروض.' },
  price: { en: 'Its price has changed since you put it here.', fr: 'Son prix a changé depuis que vous l’avez ajoutée.', ar: 'تغيّر سعرها منذ إضافتها.' },
};

/** What has changed under the buyer's hands, in her language; null when nothing has. No price outlives the offer it came from without a word. */
export function noticeOf({ quantity, paid, seen, now }: SeenLine, locale: Locale): string | null {
  if (paid) return null;
  const say = (notice: Notice, params: Readonly<Record<string, string | number>> = {}): string => WORDS[notice][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
  if (!now?.listed) return say('gone');
  if (quantity < now.minimumQuantity) return say('minimum', { min: now.minimumQuantity });
  if (now.available < quantity) return now.available === 0 ? say('gone') : say('few', { left: now.available });
  if (seen && seen.exporterId !== now.exporter.id) return say('exporter', { name: now.exporter.name });
  return seen && seen.goodsMinor !== now.goodsMinor ? say('price') : null;
}
