import type { Locale } from '#libs/kernel';

const WORDS: Readonly<Record<Locale, { subject: string; text: string }>> = {
  en: { subject: 'Your code', text: 'Dar Sanaa: your code is {code}. It holds for 15 minutes. Nobody may ask you for it.' },
  fr: { subject: 'Votre code', text: 'Dar Sanaa : votre code est {code}. Il vaut 15 minutes. Personne ne doit vous le demander.' },
  ar: { subject: 'رمزك', text: 'دار الصنعة: رمزك هو {code}. صالح لمدة 15 دقيقة. لا يحق لأحد أن يطلبه منك.' },
};

export function contactLetter(locale: Locale, code: string): { subject: string; body: string } {
  const { subject, text } = WORDS[locale];
  return { subject, body: text.replace('{code}', code) };
}
