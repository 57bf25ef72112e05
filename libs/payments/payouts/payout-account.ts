import type { Locale } from '#libs/kernel';

/** New bank details wait, so that whoever was robbed of an account has time to notice (reliability rules T21, 2026-11-24). */
const DELAY_MS = 72 * 60 * 60_000;

/** Only the first details of somebody who is owed nothing yet may be used at once: there is nothing to divert. */
export function usableFrom(now: Date, before: { readonly hadDetails: boolean; readonly isOwed: boolean }): Date {
  return before.hadDetails || before.isOwed ? new Date(now.getTime() + DELAY_MS) : now;
}

const WARNING: Readonly<Record<Locale, { subject: string; body: string }>> = {
  en: {
    subject: 'Your bank details were changed',
    body: 'Payments now go to the account {account}, from {day} on.\n\nIf this was not you, answer this letter today: nothing is paid to the new account before that day.',
  },
  fr: {
    subject: 'Vos coordonnées bancaires ont été modifiées',
    body: 'Les virements iront au compte {account}, à partir du {day}.\n\nSi ce n’était pas vous, répondez aujourd’hui à ce courriel : rien n’est versé au nouveau compte avant ce jour.',
  },
  ar: {
    subject: 'تم تغيير حسابك البنكي',
    body: 'ستُحوَّل المبالغ إلى الحساب {account} ابتداءً من {day}.\n\nإن لم تكن أنت من غيّره فأجب عن هذه الرسالة اليوم: لا يُحوَّل أي مبلغ إلى الحساب الجديد قبل ذلك اليوم.',
  },
};

export function warning(locale: Locale, account: string, day: string): { subject: string; body: string } {
  const { subject, body } = WARNING[locale];
  return { subject, body: body.replace('{account}', account).replace('{day}', day) };
}
