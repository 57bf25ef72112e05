import type { Locale } from '#libs/kernel';

const WORDS: Readonly<Record<Locale, { subject: string; text: string }>> = {
  en: { subject: 'Your code', text: 'Dar Sanaa: your code is {code}. It holds for 15 minutes. Nobody may ask you for it.' },
  fr: { subject: 'Votre code', text: 'Dar Sanaa : votre code est {code}. Il vaut 15 minutes. Personne ne doit vous le demander.' },
  ar: { subject: 'رمزك', text: 'دار الصنعة: رمزك هو {code}. صالح لمدة 15 دقيقة. لا يحق لأحد أن يطلبه منك.' },
};

const NEW_PHONE: Readonly<Record<Locale, { subject: string; body: string }>> = {
  en: { subject: 'Your codes now go to {phone}', body: 'Codes that say yes in your name now go to the telephone {phone}.\n\nIf it was not you, change your password now and tell your chamber: until then, do not give a code to anybody.' },
  fr: { subject: 'Vos codes arrivent maintenant au {phone}', body: 'Les codes qui donnent votre accord arrivent maintenant au téléphone {phone}.\n\nSi ce n’est pas vous, changez tout de suite votre mot de passe et prévenez votre chambre ; d’ici là, ne donnez de code à personne.' },
  ar: { subject: 'رموزك تصل الآن إلى {phone}', body: 'الرموز التي تعبّر عن موافقتك تصل الآن إلى الهاتف {phone}.\n\nإن لم تكن أنت من فعل ذلك، فغيّر كلمة المرور فوراً وأخبر غرفتك، ولا تعط أي رمز لأحد إلى ذلك الحين.' },
};

/** Whoever takes over an account would first move its codes: its letter box is told, by the ends of the number alone. */
export function newPhoneLetter(locale: Locale, phone: string): { subject: string; body: string } {
  // A number is read from left to right, in Arabic too.
  const fill = (text: string): string => text.replace('{phone}', `\u200E${phone}`);
  const { subject, body } = NEW_PHONE[locale];
  return { subject: fill(subject), body: fill(body) };
}

export function contactLetter(locale: Locale, code: string): { subject: string; body: string } {
  const { subject, text } = WORDS[locale];
  return { subject, body: text.replace('{code}', code) };
}
