import type { Locale } from '#libs/kernel';
import type { ConsentState } from './consent.js';

const ASKED: Readonly<Record<Locale, { subject: string; body: string; text: string }>> = {
  en: {
    subject: 'Do you agree? {what}',
    body: '{agent}, who acts for you, proposes:\n\n{what}\n\nNothing changes without you. If you agree, give this code on your page: {code}\nIf you do not, say no there, or do nothing: after two days the proposal is gone.\n\nNobody may ask you for this code, {agent} neither.',
    text: 'Dar Sanaa: {agent} proposes: {what}. If you agree, give the code {code} on your page. If not, do nothing. Give the code to nobody.',
  },
  fr: {
    subject: 'Êtes-vous d’accord ? {what}',
    body: '{agent}, qui agit pour vous, propose :\n\n{what}\n\nRien ne change sans vous. Si vous êtes d’accord, saisissez ce code sur votre page : {code}\nSinon, refusez-y, ou ne faites rien : après deux jours la proposition tombe.\n\nPersonne ne doit vous demander ce code, pas même {agent}.',
    text: 'Dar Sanaa : {agent} propose : {what}. D’accord ? Saisissez le code {code} sur votre page. Sinon, ne faites rien. Ne donnez le code à personne.',
  },
  ar: {
    subject: 'هل توافق؟ {what}',
    body: '{agent}، المفوَّض عنك، يقترح:\n\n{what}\n\nلا يتغير شيء دون موافقتك. إذا وافقت فأدخل هذا الرمز في صفحتك: {code}\nوإلا فارفض من صفحتك أو لا تفعل شيئاً: يسقط الاقتراح بعد يومين.\n\nلا يحق لأحد أن يطلب منك هذا الرمز، ولا حتى {agent}.',
    text: 'دار الصنعة: {agent} يقترح: {what}. إذا وافقت أدخل الرمز {code} في صفحتك، وإلا فلا تفعل شيئاً. لا تعط الرمز لأحد.',
  },
};

export interface ConsentBlanks {
  readonly agent: string;
  readonly what: string;
  readonly code: string;
}

/** The question and its code, for the artisan. */
export function consentLetter(locale: Locale, blanks: ConsentBlanks): { subject: string; body: string; text: string } {
  const fill = (words: string): string => words.replace(/\{(agent|what|code)\}/g, (_, name: keyof ConsentBlanks) => blanks[name]);
  const { subject, body, text } = ASKED[locale];
  // The piece is named in the letter: a subject has its limit.
  return { subject: fill(subject).slice(0, 150), body: fill(body), text: fill(text) };
}

const OUTCOMES: Readonly<Record<Exclude<ConsentState, 'waiting' | 'withdrawn'>, Readonly<Record<Locale, string>>>> = {
  given: { en: '{artisan} said yes, and it is done: {what}', fr: '{artisan} a dit oui, et c’est fait : {what}', ar: 'وافق {artisan} وتم التنفيذ: {what}' },
  failed: { en: '{artisan} said yes, but it could no longer be done: {what}', fr: '{artisan} a dit oui, mais ce n’était plus possible : {what}', ar: 'وافق {artisan} لكن التنفيذ لم يعد ممكناً: {what}' },
  refused: { en: '{artisan} said no: {what}', fr: '{artisan} a dit non : {what}', ar: 'رفض {artisan}: {what}' },
  expired: { en: '{artisan} did not answer in time: {what}', fr: '{artisan} n’a pas répondu à temps : {what}', ar: 'لم يجب {artisan} في الوقت المحدد: {what}' },
  dropped: { en: 'The mandate of {artisan} ended before an answer: {what}', fr: 'Le mandat de {artisan} a pris fin avant sa réponse : {what}', ar: 'انتهى تفويض {artisan} قبل الجواب: {what}' },
};

/** What became of it, for the agent who proposed it; and why, where it could no longer be done. */
export function outcomeLetter(locale: Locale, state: keyof typeof OUTCOMES, { why, ...blanks }: { artisan: string; what: string; why: string | null }): { subject: string; body: string } {
  const line = OUTCOMES[state][locale].replace(/\{(artisan|what)\}/g, (_, name: keyof typeof blanks) => blanks[name]);
  return { subject: line.slice(0, 150), body: why === null ? line : `${line}\n\n${why}` };
}
