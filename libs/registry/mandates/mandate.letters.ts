import type { Locale } from '#libs/kernel';

const LETTERS: Readonly<Record<Locale, { subject: string; body: string }>> = {
  en: { subject: '{agent} asks to act for you', body: '{agent} asks to act in your name until {until}: {acts}.\n\nIf you agree, give this code on your page: {code}\n\nIf you do not, do nothing. You can take a mandate back at any moment. Nobody else may ask you for this code.' },
  fr: { subject: '{agent} demande à agir pour vous', body: '{agent} demande à agir en votre nom jusqu’au {until} : {acts}.\n\nSi vous êtes d’accord, saisissez ce code sur votre page : {code}\n\nSinon, ne faites rien. Vous pouvez retirer un mandat à tout moment. Personne d’autre ne doit vous demander ce code.' },
  ar: { subject: '{agent} يطلب التصرف باسمك', body: '{agent} يطلب التصرف باسمك إلى {until}: {acts}.\n\nإذا وافقت، أدخل هذا الرمز في صفحتك: {code}\n\nوإلا فلا تفعل شيئاً. يمكنك سحب التفويض في أي لحظة. لا يحق لأحد آخر أن يطلب منك هذا الرمز.' },
};

export function mandateLetter(locale: Locale, blanks: Readonly<Record<'agent' | 'until' | 'acts' | 'code', string>>): { subject: string; body: string } {
  const fill = (text: string): string => text.replace(/\{(agent|until|acts|code)\}/g, (_, name: keyof typeof blanks) => blanks[name]);
  return { subject: fill(LETTERS[locale].subject), body: fill(LETTERS[locale].body) };
}
