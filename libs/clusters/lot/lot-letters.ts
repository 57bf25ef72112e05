import type { Locale } from '#libs/kernel';
import { instantInWords } from '../instant-in-words.js';

/** Offered to her; taken back from her by a coordinator; looked at and not good; not wanted any more, because its order ended. */
export type LotNews = 'offered' | 'taken' | 'refused' | 'ended';

export interface LotLetter {
  readonly subject: string;
  readonly body: string;
}

export interface LotInLetter {
  readonly quantity: number;
  readonly title: string;
  readonly cluster: string;
  readonly answerBy: Date;
  /** Why, in the reader's language; empty where nobody said. */
  readonly why: string;
}

const LETTERS: Readonly<Record<LotNews, Readonly<Record<Locale, { readonly subject: string; readonly text: string }>>>> = {
  offered: {
    en: { subject: '{pieces} to make for {cluster}', text: '{cluster} offers you {pieces} of a shared order: "{title}". {why}\n\nAnswer by {until}, Moroccan time; without an answer they go to another member.' },
    fr: { subject: '{pieces} à réaliser pour {cluster}', text: '{cluster} vous propose {pieces} d’une commande partagée : « {title} ». {why}\n\nRépondez avant le {until}, heure du Maroc ; sans réponse, elles iront à un autre membre.' },
    ar: { subject: '{pieces} لإنجازها لفائدة {cluster}', text: 'يعرض عليك {cluster} {pieces} من طلبية مشتركة: «{title}». {why}\n\nأجب قبل {until} بتوقيت المغرب، وإن لم تجب تُعرض على عضو آخر.' },
  },
  taken: {
    en: { subject: '{cluster} takes back {pieces}', text: '{cluster} takes back your part of a shared order: {pieces} of "{title}". They are offered to others; do not go on with them. {why}' },
    fr: { subject: '{cluster} reprend {pieces}', text: '{cluster} reprend votre part d’une commande partagée : {pieces}, « {title} ». Elles sont proposées à d’autres ; ne les poursuivez pas. {why}' },
    ar: { subject: '{cluster} يسترجع {pieces}', text: 'يسترجع {cluster} حصتك من طلبية مشتركة: {pieces} من «{title}». تُعرض على غيرك، فلا تواصل إنجازها. {why}' },
  },
  refused: {
    en: { subject: '{cluster} did not accept {pieces}', text: '{cluster} has inspected your part of a shared order, "{title}", and did not accept {pieces}. What is not accepted is offered again. {why}' },
    fr: { subject: '{cluster} n’a pas retenu {pieces}', text: '{cluster} a contrôlé votre part d’une commande partagée, « {title} », et n’a pas retenu {pieces}. Ce qui n’est pas retenu est proposé de nouveau. {why}' },
    ar: { subject: 'لم يقبل {cluster} {pieces}', text: 'عاين {cluster} حصتك من طلبية مشتركة، «{title}»، ولم يقبل {pieces}. وما لم يُقبل يُعرض من جديد. {why}' },
  },
  ended: {
    en: { subject: '{pieces} for {cluster}: the order has ended', text: 'The shared order of {cluster} of which you had {pieces}, "{title}", has ended. Do not go on with them; speak with the cluster about what you have begun.' },
    fr: { subject: '{pieces} pour {cluster} : la commande a pris fin', text: 'La commande partagée de {cluster} dont vous aviez {pieces}, « {title} », a pris fin. Ne les poursuivez pas ; parlez avec le groupement de ce que vous avez commencé.' },
    ar: { subject: '{pieces} لفائدة {cluster}: انتهت الطلبية', text: 'انتهت الطلبية المشتركة لـ{cluster} التي كانت لك منها {pieces}، «{title}». لا تواصل إنجازها، وتحدث مع التجمع بشأن ما بدأته.' },
  },
};

/** To who speaks for the cluster: pieces came back, and by the rule there is nobody to offer them to. */
const WAITING: Readonly<Record<Locale, { readonly subject: string; readonly text: string }>> = {
  en: { subject: '{pieces} of a shared order wait for a maker', text: '{pieces} of "{title}" came back, and by the rule chosen there is nobody else to offer them to. Share them out by another rule or by hand.' },
  fr: { subject: '{pieces} d’une commande partagée sans artisan', text: '{pieces} de « {title} » sont à répartir de nouveau, et la règle choisie ne désigne plus personne. Choisissez une autre règle ou répartissez à la main.' },
  ar: { subject: '{pieces} من طلبية مشتركة في انتظار صانع', text: 'عادت {pieces} من «{title}»، ولم يبق أحد تُعرض عليه حسب القاعدة المختارة. وزّعها بقاعدة أخرى أو يدوياً.' },
};

const PIECES: Readonly<Record<Locale, Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>> = {
  en: { one: '{n} piece', other: '{n} pieces' },
  fr: { one: '{n} pièce', other: '{n} pièces' },
  ar: { one: 'قطعة واحدة', two: 'قطعتان', few: '{n} قطع', other: '{n} قطعة' },
};

function piecesIn(locale: Locale, quantity: number): string {
  return (PIECES[locale][new Intl.PluralRules(locale).select(quantity)] ?? PIECES[locale].other).replace('{n}', String(quantity));
}

function filled(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '').trim();
}

export function waitingLetter(of: { readonly quantity: number; readonly title: string }, locale: Locale, link: string): LotLetter {
  const words = { pieces: piecesIn(locale, of.quantity), title: of.title };
  return { subject: filled(WAITING[locale].subject, words), body: `${filled(WAITING[locale].text, words)}\n\n${link}\n\nDar Sanaa` };
}

/** What a member reads about a part of a shared order. */
export function lotLetter(news: LotNews, lot: LotInLetter, locale: Locale, link: string): LotLetter {
  const until = instantInWords(lot.answerBy, locale);
  const words = { pieces: piecesIn(locale, lot.quantity), until, cluster: lot.cluster, title: lot.title, why: lot.why };
  const { subject, text } = LETTERS[news][locale];
  return { subject: filled(subject, words), body: `${filled(text, words)}\n\n${link}\n\nDar Sanaa` };
}
