import { dayInWords, type Locale } from '#libs/kernel';
import type { MandateAct } from './mandate.js';

const ACTS: Readonly<Record<MandateAct, Readonly<Record<Locale, string>>>> = {
  'inspection.request': { en: 'ask for an inspection', fr: 'demander un contrôle', ar: 'طلب معاينة' },
  'inspection.follow': { en: 'follow an inspection', fr: 'suivre un contrôle', ar: 'تتبع معاينة' },
  'listing.save': { en: 'write your pieces', fr: 'décrire vos pièces', ar: 'كتابة بيانات قطعك' },
  'listing.list': { en: 'put your pieces on sale', fr: 'mettre vos pièces en vente', ar: 'عرض قطعك للبيع' },
  'listing.withdraw': { en: 'take your pieces off sale', fr: 'retirer vos pièces de la vente', ar: 'سحب قطعك من البيع' },
  price: { en: 'propose prices', fr: 'proposer des prix', ar: 'اقتراح الأثمان' },
  payout: { en: 'propose payouts', fr: 'proposer des versements', ar: 'اقتراح تحويل مستحقاتك' },
  bank: { en: 'propose bank details', fr: 'proposer des coordonnées bancaires', ar: 'اقتراح حساب بنكي' },
};

const LETTERS: Readonly<Record<Locale, { subject: string; body: string; text: string }>> = {
  en: {
    subject: '{agent} asks to act for you',
    body: '{agent} asks to act in your name from {from} to {until}: {acts}.\n\nIf you agree, give this code on your page: {code}\n\nIf you do not, do nothing. Prices, payouts and bank details will still need your own yes each time. You can take a mandate back at any moment. Nobody else may ask you for this code.',
    text: 'Dar Sanaa: {agent} asks to act for you until {until}: {acts}. If you agree, give the code {code} on your page. If not, do nothing.',
  },
  fr: {
    subject: '{agent} demande à agir pour vous',
    body: '{agent} demande à agir en votre nom du {from} au {until} : {acts}.\n\nSi vous êtes d’accord, saisissez ce code sur votre page : {code}\n\nSinon, ne faites rien. Les prix, les versements et les coordonnées bancaires demanderont encore votre accord à chaque fois. Vous pouvez retirer un mandat à tout moment. Personne d’autre ne doit vous demander ce code.',
    text: 'Dar Sanaa : {agent} demande à agir pour vous jusqu’au {until} : {acts}. D’accord ? Saisissez le code {code} sur votre page. Sinon, ne faites rien.',
  },
  ar: {
    subject: '{agent} يطلب التصرف باسمك',
    body: '{agent} يطلب التصرف باسمك من {from} إلى {until}: {acts}.\n\nإذا وافقت، أدخل هذا الرمز في صفحتك: {code}\n\nوإلا فلا تفعل شيئاً. أما الأثمان والتحويلات والحساب البنكي فتحتاج إلى موافقتك في كل مرة. يمكنك سحب التفويض في أي لحظة. لا يحق لأحد آخر أن يطلب منك هذا الرمز.',
    text: 'دار الصنعة: {agent} يطلب التصرف باسمك إلى {until}: {acts}. إذا وافقت أدخل الرمز {code} في صفحتك، وإلا فلا تفعل شيئاً.',
  },
};

export interface MandateBlanks {
  readonly agent: string;
  readonly from: string;
  readonly until: string;
  readonly acts: readonly MandateAct[];
  readonly code: string;
}

export function mandateLetter(locale: Locale, { acts, from, until, ...blanks }: MandateBlanks): { subject: string; body: string; text: string } {
  const filled = { ...blanks, from: dayInWords(from, locale), until: dayInWords(until, locale), acts: acts.map((act) => ACTS[act][locale]).join(locale === 'ar' ? '، ' : ', ') };
  const fill = (text: string): string => text.replace(/\{(agent|from|until|acts|code)\}/g, (_, name: keyof typeof filled) => filled[name]);
  const { subject, body, text } = LETTERS[locale];
  return { subject: fill(subject), body: fill(body), text: fill(text) };
}
