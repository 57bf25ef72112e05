import { dayInWords, type Locale } from '#libs/kernel';

/** What became of a mandate: she said yes or no, either side ended it, or its days or its code ran out. */
export type MandateNews = 'confirm' | 'decline' | 'revoke' | 'expire' | 'unanswered';
type News = Readonly<Record<MandateNews, Readonly<Record<Locale, string>>>>;

const FOR_AGENT: News = {
  confirm: { en: '{who} said yes: you may act until {until}.', fr: '{who} a dit oui : vous pouvez agir jusqu’au {until}.', ar: 'وافق {who}: يمكنك التصرف باسمه إلى غاية {until}.' },
  decline: { en: '{who} declined your mandate.', fr: '{who} a décliné votre mandat.', ar: 'رفض {who} تفويضك.' },
  revoke: { en: '{who} took your mandate back. You may no longer act, and what you proposed is dropped.', fr: '{who} a retiré votre mandat. Vous ne pouvez plus agir, et vos propositions tombent.', ar: 'سحب {who} تفويضك. لم يعد بإمكانك التصرف باسمه، وتسقط اقتراحاتك.' },
  expire: { en: 'Your mandate for {who} has ended. Ask for a new one if it is still needed.', fr: 'Votre mandat pour {who} a pris fin. Demandez-en un autre s’il est encore utile.', ar: 'انتهى تفويضك عن {who}. اطلب تفويضاً جديداً إن لزم الأمر.' },
  unanswered: { en: '{who} did not answer your mandate in time. You may ask again.', fr: '{who} n’a pas répondu à temps à votre mandat. Vous pouvez le redemander.', ar: 'لم يجب {who} عن تفويضك في الأجل. يمكنك طلبه من جديد.' },
};

const FOR_ARTISAN: Readonly<Record<'revoke' | 'expire', Readonly<Record<Locale, string>>>> = {
  revoke: { en: '{who} gave your mandate back and no longer acts for you. What was proposed is dropped.', fr: '{who} a rendu votre mandat et n’agit plus pour vous. Ses propositions tombent.', ar: 'أرجع {who} تفويضك ولم يعد يتصرف باسمك. وتسقط اقتراحاته.' },
  expire: { en: 'The mandate of {who} has ended: nobody acts for you under it any more. You have nothing to do.', fr: 'Le mandat de {who} a pris fin : plus personne n’agit pour vous à ce titre. Vous n’avez rien à faire.', ar: 'انتهى تفويض {who}: لم يعد أحد يتصرف باسمك بموجبه. لا يلزمك أي إجراء.' },
};

interface Blanks {
  readonly who: string;
  readonly until: string;
}

export function newsForAgent(locale: Locale, news: MandateNews, blanks: Blanks): { subject: string; body: string } {
  return letter(FOR_AGENT[news][locale], locale, blanks);
}

export function newsForArtisan(locale: Locale, news: keyof typeof FOR_ARTISAN, blanks: Blanks): { subject: string; body: string } {
  return letter(FOR_ARTISAN[news][locale], locale, blanks);
}

function letter(words: string, locale: Locale, { who, until }: Blanks): { subject: string; body: string } {
  const filled = { who, until: dayInWords(until, locale) };
  const body = words.replace(/\{(who|until)\}/g, (_, name: keyof Blanks) => filled[name]);
  return { subject: body.slice(0, 150), body };
}
