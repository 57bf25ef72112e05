import { moroccanDay, toDecimal, type Locale } from '#libs/kernel';
import type { Letter } from '../letters/letters.js';
import type { ProForma } from '../pro-forma.js';
import { lineNumber } from './complaint.js';
import type { ComplaintRow } from './complaint.rows.js';

type Said = Readonly<Record<Locale, { readonly subject: string; readonly text: string }>>;

const BUYER = {
  offered: {
    en: { subject: 'An offer for your complaint on {number}', text: '{exporter} offers you {amount} of the {asked} you asked for{return}. Answer by {due}; without an answer the offer is taken.' },
    fr: { subject: 'Une offre pour votre réclamation sur {number}', text: '{exporter} vous propose {amount} sur les {asked} demandés{return}. Répondez avant le {due} ; sans réponse, l’offre est acceptée.' },
    ar: { subject: 'عرض بشأن شكايتك عن {number}', text: 'يعرض عليك {exporter} مبلغ {amount} من أصل {asked} المطلوبة{return}. أجب قبل {due}، وبدون جواب يُعد العرض مقبولاً.' },
  },
  refused: {
    en: { subject: 'Your complaint on {number} was refused', text: '{exporter} does not agree with your complaint. If you do not either, ask the export desk to decide, by {due}.' },
    fr: { subject: 'Votre réclamation sur {number} est refusée', text: '{exporter} n’accepte pas votre réclamation. Si vous n’êtes pas d’accord, demandez au bureau d’export de trancher, avant le {due}.' },
    ar: { subject: 'رُفضت شكايتك عن {number}', text: 'لم يقبل {exporter} شكايتك. إن لم توافق فاطلب من مكتب التصدير أن يفصل فيها قبل {due}.' },
  },
  accepted: {
    en: { subject: '{amount} goes back to you: {number}', text: 'Your complaint is accepted. {amount} goes back to the card you paid with; your credit note follows.' },
    fr: { subject: '{amount} vous sont remboursés : {number}', text: 'Votre réclamation est acceptée. {amount} reviennent sur la carte du paiement ; votre avoir suit.' },
    ar: { subject: 'يُعاد إليك {amount}: {number}', text: 'قُبلت شكايتك. يعود مبلغ {amount} إلى البطاقة التي أديت بها، وسيصلك إشعار دائن.' },
  },
  returning: {
    en: { subject: 'Send the pieces back: {number}', text: 'Your complaint is accepted. Send the pieces back as the words below say; when they have come, {amount} goes back to you.' },
    fr: { subject: 'Renvoyez les pièces : {number}', text: 'Votre réclamation est acceptée. Renvoyez les pièces comme indiqué ci-dessous ; à leur arrivée, {amount} vous sont remboursés.' },
    ar: { subject: 'أعد القطع: {number}', text: 'قُبلت شكايتك. أعد القطع كما هو مبين أدناه، وعند وصولها يُعاد إليك {amount}.' },
  },
  with_desk: {
    en: { subject: 'The export desk decides: {number}', text: 'Your complaint is now with the export desk, which hears both sides and decides.' },
    fr: { subject: 'Le bureau d’export tranche : {number}', text: 'Votre réclamation est maintenant au bureau d’export, qui entend les deux parties et décide.' },
    ar: { subject: 'القرار لمكتب التصدير: {number}', text: 'صارت شكايتك لدى مكتب التصدير الذي يسمع الطرفين ويقرر.' },
  },
  closed: {
    en: { subject: 'Your complaint on {number} is closed', text: 'No money goes back for this complaint. Your rights under the law of your country are not touched by that.' },
    fr: { subject: 'Votre réclamation sur {number} est close', text: 'Cette réclamation ne donne pas lieu à remboursement. Vos droits selon la loi de votre pays restent entiers.' },
    ar: { subject: 'أُغلقت شكايتك عن {number}', text: 'لا يترتب على هذه الشكاية أي ردّ للمال. ولا يمس ذلك حقوقك التي يكفلها قانون بلدك.' },
  },
} as const satisfies Readonly<Record<string, Said>>;

const EXPORTER = {
  opened: {
    en: { subject: 'A complaint about {number}', text: 'The buyer of {number} complains. Look at the photographs, then accept, offer a part, or refuse with your reason, by {due}. Without your answer the export desk decides.' },
    fr: { subject: 'Une réclamation sur {number}', text: 'L’acheteur de {number} fait une réclamation. Regardez les photographies, puis acceptez, proposez une partie ou refusez en disant pourquoi, avant le {due}. Sans réponse, le bureau d’export tranche.' },
    ar: { subject: 'شكاية بشأن {number}', text: 'قدّم مشتري {number} شكاية. انظر إلى الصور ثم اقبل أو اعرض جزءاً أو ارفض مع ذكر السبب قبل {due}. وبدون جوابك يقرر مكتب التصدير.' },
  },
  with_desk: {
    en: { subject: 'The export desk decides about {number}', text: 'The complaint about {number} is now with the export desk, which hears both sides and decides.' },
    fr: { subject: 'Le bureau d’export tranche sur {number}', text: 'La réclamation sur {number} est maintenant au bureau d’export, qui entend les deux parties et décide.' },
    ar: { subject: 'مكتب التصدير يقرر بشأن {number}', text: 'صارت الشكاية عن {number} لدى مكتب التصدير الذي يسمع الطرفين ويقرر.' },
  },
  accepted: {
    en: { subject: '{amount} goes back to the buyer of {number}', text: 'The complaint is accepted, and {amount} goes back to the buyer. Each who had a part of the price gives hers in proportion; what was paid out already is taken from the next payouts. Duty, tax and freight are not yours to give back.' },
    fr: { subject: '{amount} reviennent à l’acheteur de {number}', text: 'La réclamation est acceptée, et {amount} reviennent à l’acheteur. Chacun rend sa part en proportion ; ce qui a déjà été versé est retenu sur les prochains versements. Les droits, taxes et frais de transport ne sont pas à votre charge.' },
    ar: { subject: 'يُعاد {amount} إلى مشتري {number}', text: 'قُبلت الشكاية ويُعاد {amount} إلى المشتري. يردّ كل ذي نصيب حصته بالتناسب، وما سبق تحويله يُقتطع من التحويلات المقبلة. لا تتحمل أنت الرسوم والضرائب ومصاريف النقل.' },
  },
  returning: {
    en: { subject: 'The pieces of {number} come back', text: 'The buyer sends the pieces of {number} back. When you have them, say so: then {amount} goes back to the buyer.' },
    fr: { subject: 'Les pièces de {number} reviennent', text: 'L’acheteur renvoie les pièces de {number}. Quand vous les avez, dites-le : {amount} reviennent alors à l’acheteur.' },
    ar: { subject: 'قطع {number} في طريق العودة', text: 'يعيد المشتري قطع {number}. حين تصلك أخبرنا بذلك، فيُعاد إليه {amount}.' },
  },
  closed: {
    en: { subject: 'The complaint about {number} is closed', text: 'No money goes back for the complaint about {number}.' },
    fr: { subject: 'La réclamation sur {number} est close', text: 'La réclamation sur {number} ne donne pas lieu à remboursement.' },
    ar: { subject: 'أُغلقت الشكاية عن {number}', text: 'لا يترتب على الشكاية عن {number} أي ردّ للمال.' },
  },
  withdrawn: {
    en: { subject: 'The complaint about {number} is taken back', text: 'The buyer has taken the complaint about {number} back.' },
    fr: { subject: 'La réclamation sur {number} est retirée', text: 'L’acheteur a retiré sa réclamation sur {number}.' },
    ar: { subject: 'سُحبت الشكاية عن {number}', text: 'سحب المشتري شكايته عن {number}.' },
  },
} as const satisfies Readonly<Record<string, Said>>;

export type BuyerNews = keyof typeof BUYER;
export type ComplaintNews = keyof typeof EXPORTER;

export function newsForBuyer(state: string): BuyerNews | null {
  return state in BUYER ? (state as BuyerNews) : null;
}
export function newsForExporter(state: string): ComplaintNews | null {
  return state in EXPORTER ? (state as ComplaintNews) : null;
}

const RETURN: Readonly<Record<Locale, string>> = { en: ', once the pieces are back', fr: ', une fois les pièces renvoyées', ar: '، بعد إعادة القطع' };
const OPEN: Readonly<Record<Locale, string>> = { en: 'Open the order', fr: 'Ouvrir la commande', ar: 'افتح الطلبية' };

export interface ToldComplaint extends Pick<ComplaintRow, 'line' | 'quantity' | 'askedMinor' | 'amountMinor' | 'goods'> {
  readonly dueAt: Date | null;
}

export function buyerComplaintLetter(order: ProForma, complaint: ToldComplaint, news: BuyerNews, words: string | null, link: string): Letter {
  return letter(order, complaint, BUYER[news][order.buyer.locale], order.buyer.locale, words, link);
}

export function exporterComplaintLetter(order: ProForma, complaint: ToldComplaint, news: ComplaintNews, locale: Locale, words: string | null, link: string): Letter {
  return letter(order, complaint, EXPORTER[news][locale], locale, words, link);
}

function letter(order: ProForma, complaint: ToldComplaint, said: { subject: string; text: string }, locale: Locale, words: string | null, link: string): Letter {
  const known: Readonly<Record<string, string>> = {
    number: order.number,
    exporter: order.exporter.name,
    asked: amount(order, complaint.askedMinor),
    amount: amount(order, complaint.amountMinor ?? complaint.askedMinor),
    return: complaint.goods === 'return' ? RETURN[locale] : '',
    due: complaint.dueAt === null ? '' : moroccanDay(complaint.dueAt),
  };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
  const quoted = words === null ? [] : ['', ...words.split('\n').map((line) => `> ${line}`)];
  return { subject: fill(said.subject), body: [fill(said.text), ...quoted, '', `  ${pieces(order, complaint, locale)}`, '', `${OPEN[locale]}: ${link}`, '', 'Dar Sanaa'].join('\n') };
}

type Note = Readonly<Record<'subject' | 'title' | 'to' | 'amount' | 'goods' | 'rest' | 'why', string>>;
const CREDIT_NOTE: Readonly<Record<Locale, Note>> = {
  en: {
    subject: 'Credit note {note}: {amount} returned', title: 'Credit note {note}', to: 'to the pro forma {number} of {exporter}', amount: 'Returned to your card', goods: 'of which for the goods', rest: 'of which for delivery, duty and tax',
    why: 'Duty and tax were paid to customs when the goods came in, and customs keep them: that part of what you receive is the house’s, which may ask customs for it itself. A business that deducted import tax corrects its return by this note.',
  },
  fr: {
    subject: 'Avoir {note} : {amount} remboursés', title: 'Avoir {note}', to: 'sur la facture pro forma {number} de {exporter}', amount: 'Remboursé sur votre carte', goods: 'dont pour les marchandises', rest: 'dont pour la livraison, les droits et les taxes',
    why: 'Les droits et taxes ont été payés à la douane à l’entrée, qui les garde : cette part du remboursement est à la charge de la maison, qui peut elle-même les réclamer à la douane. Une entreprise qui a déduit la TVA d’importation régularise sa déclaration avec cet avoir.',
  },
  ar: {
    subject: 'إشعار دائن {note}: أُعيد {amount}', title: 'إشعار دائن {note}', to: 'عن الفاتورة الشكلية {number} الصادرة عن {exporter}', amount: 'أُعيد إلى بطاقتك', goods: 'منه عن البضاعة', rest: 'منه عن التوصيل والرسوم والضرائب',
    why: 'أُديت الرسوم والضرائب إلى الجمارك عند دخول البضاعة وتبقى لديها: هذا الجزء مما يُعاد إليك تتحمله الدار، ولها أن تطالب به الجمارك بنفسها. والمؤسسة التي خصمت ضريبة الاستيراد تصحح تصريحها بهذا الإشعار.',
  },
};

/** The credit note is this letter: numbered without gaps, it says what went back, and that duty and tax stay where they were paid. */
export function creditNoteLetter(order: ProForma, complaint: ToldComplaint, note: { number: string; amountMinor: number; goodsMinor: number }, link: string): Letter {
  const { locale } = order.buyer;
  const words = CREDIT_NOTE[locale];
  const known: Readonly<Record<string, string>> = { note: note.number, number: order.number, exporter: order.exporter.name, amount: amount(order, note.amountMinor) };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
  const body = [
    fill(words.title), fill(words.to), '', `  ${pieces(order, complaint, locale)}`, '',
    `${words.amount}: ${amount(order, note.amountMinor)}`,
    `  ${words.goods}: ${amount(order, note.goodsMinor)}`,
    `  ${words.rest}: ${amount(order, note.amountMinor - note.goodsMinor)}`, '',
    words.why, '', `${OPEN[locale]}: ${link}`, '', 'Dar Sanaa',
  ];
  return { subject: fill(words.subject), body: body.join('\n') };
}

function pieces(order: ProForma, { line, quantity }: ToldComplaint, locale: Locale): string {
  return `${quantity} × ${lineNumber(order, line)!.title[locale]}`;
}

function amount({ currency }: ProForma, amountMinor: number): string {
  return `${toDecimal({ amountMinor, currency })} ${currency}`;
}
