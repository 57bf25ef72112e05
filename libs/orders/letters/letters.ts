import { moroccanDay, toDecimal, type Locale } from '#libs/kernel';
import type { ProForma } from '../pro-forma.js';

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

export type Occasion =
  | { readonly kind: 'placed' }
  | { readonly kind: 'funded' }
  | { readonly kind: 'journey' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'dispatched'; readonly carrier: string; readonly trackingNumber: string }
  | { readonly kind: 'delivered' }
  | { readonly kind: 'certificate'; readonly number: string; readonly reason: 'expired' | 'withdrawn' }
  | { readonly kind: 'renewed'; readonly number: string; readonly reason: 'expired' | 'withdrawn'; readonly followedBy: string }
  | { readonly kind: 'standing'; readonly makerName: string };

type Said = Readonly<Record<Locale, { readonly subject: string; readonly text: string }>>;

/** What each letter says. `{…}` is filled from the pro forma and the occasion. */
const WORDS: Readonly<Record<Occasion['kind'], Said>> = {
  placed: {
    en: { subject: 'Your order {number}', text: 'Thank you. Your pro forma {number} is frozen: prices, duty and delivery will not change.\nPay before {until} (Morocco); until then the pieces are kept for you.' },
    fr: { subject: 'Votre commande {number}', text: 'Merci. Votre facture pro forma {number} est arrêtée : prix, droits et livraison ne changeront plus.\nPayez avant le {until} (Maroc) ; jusque-là, les pièces vous sont réservées.' },
    ar: { subject: 'طلبيتك {number}', text: 'شكراً لك. فاتورتك الشكلية {number} مثبّتة: لن تتغير الأسعار ولا الرسوم ولا التوصيل.\nيُرجى الأداء قبل {until} (توقيت المغرب)، والقطع محجوزة لك إلى ذلك الحين.' },
  },
  funded: {
    en: { subject: 'Payment received for {number}', text: 'Your payment for {number} has arrived. It is held until the goods are on their way. {exporter} now confirms the work.' },
    fr: { subject: 'Paiement reçu pour {number}', text: 'Votre paiement pour {number} est arrivé. Il est conservé jusqu’au départ des pièces. {exporter} confirme maintenant le travail.' },
    ar: { subject: 'وصل أداء {number}', text: 'وصل أداء الطلبية {number}، والمبلغ محتجز إلى أن تُرسل القطع. سيؤكد {exporter} العمل الآن.' },
  },
  journey: {
    en: { subject: 'Your purchase goes home: {number}', text: 'The journey of what you bought in Morocco is paid. {exporter} hands it to the export desk, and its papers are being drawn up.' },
    fr: { subject: 'Votre achat rentre chez vous : {number}', text: 'Le voyage de ce que vous avez acheté au Maroc est payé. {exporter} le remet au bureau d’export, et ses documents sont en préparation.' },
    ar: { subject: 'مشترياتك في طريقها إليك: {number}', text: 'تم أداء مصاريف إرسال ما اشتريته في المغرب. يسلمه {exporter} إلى مكتب التصدير، ووثائقه قيد الإعداد.' },
  },
  expired: {
    en: { subject: 'Order {number} was not paid', text: 'The pro forma {number} was not paid in time, and its pieces are free again. Nothing was charged.' },
    fr: { subject: 'La commande {number} n’a pas été payée', text: 'La facture pro forma {number} n’a pas été payée à temps ; ses pièces sont de nouveau libres. Rien n’a été débité.' },
    ar: { subject: 'لم تُؤدَّ الطلبية {number}', text: 'لم تُؤدَّ الفاتورة الشكلية {number} في الوقت المحدد وعادت قطعها متاحة. لم يُقتطع منك شيء.' },
  },
  declined: {
    en: { subject: 'Order {number} cannot be made', text: '{exporter} cannot make this order. Everything you paid for it, {total}, is being returned to you.' },
    fr: { subject: 'La commande {number} ne peut être réalisée', text: '{exporter} ne peut pas réaliser cette commande. Tout ce que vous avez payé pour elle, {total}, vous est remboursé.' },
    ar: { subject: 'تعذر إنجاز الطلبية {number}', text: 'لا يستطيع {exporter} إنجاز هذه الطلبية. سيُعاد إليك كل ما أديته عنها: {total}.' },
  },
  dispatched: {
    en: { subject: 'Order {number} is on its way', text: 'Your order {number} is with {carrier}. Tracking number: {trackingNumber}. Duty and taxes are paid: you owe nothing at the door.' },
    fr: { subject: 'La commande {number} est partie', text: 'Votre commande {number} est confiée à {carrier}. Numéro de suivi : {trackingNumber}. Droits et taxes sont payés : rien à régler à la porte.' },
    ar: { subject: 'انطلقت الطلبية {number}', text: 'طلبيتك {number} لدى {carrier}. رقم التتبع: {trackingNumber}. الرسوم والضرائب مؤداة ولا شيء عليك عند التسليم.' },
  },
  delivered: {
    en: { subject: 'Order {number} was delivered', text: 'Your order {number} was delivered. If something is not as it should be, open the order with the link below within fourteen days and say what is wrong.' },
    fr: { subject: 'La commande {number} est livrée', text: 'Votre commande {number} a été livrée. Si quelque chose ne va pas, ouvrez la commande par le lien ci-dessous sous quatorze jours et dites ce qui ne va pas.' },
    ar: { subject: 'سُلّمت الطلبية {number}', text: 'سُلّمت طلبيتك {number}. إن كان ثمة خلل فافتح الطلبية بالرابط أدناه خلال أربعة عشر يوماً واذكر ما هو.' },
  },
  certificate: {
    en: { subject: 'A certificate in order {number}', text: 'Certificate {certificate} of a piece in your order {number} no longer holds ({reason}). The order goes on; if you bought the piece for its certificate, answer this letter.' },
    fr: { subject: 'Un certificat de la commande {number}', text: 'Le certificat {certificate} d’une pièce de votre commande {number} n’est plus valable ({reason}). La commande continue ; si vous teniez à ce certificat, répondez à cette lettre.' },
    ar: { subject: 'شهادة في الطلبية {number}', text: 'لم تعد الشهادة {certificate} لقطعة في طلبيتك {number} سارية ({reason}). تستمر الطلبية، وإن كانت الشهادة سبب شرائك فأجب عن هذه الرسالة.' },
  },
  renewed: {
    en: { subject: 'A certificate in order {number}', text: 'Certificate {certificate} of a piece in your order {number} no longer holds ({reason}), and certificate {followedBy} vouches for the piece now. Nothing changes for you.' },
    fr: { subject: 'Un certificat de la commande {number}', text: 'Le certificat {certificate} d’une pièce de votre commande {number} n’est plus valable ({reason}), et le certificat {followedBy} en répond désormais. Rien ne change pour vous.' },
    ar: { subject: 'شهادة في الطلبية {number}', text: 'لم تعد الشهادة {certificate} لقطعة في طلبيتك {number} سارية ({reason})، والشهادة {followedBy} تشهد لها الآن. لا يتغير شيء بالنسبة إليك.' },
  },
  standing: {
    en: { subject: 'About a maker in order {number}', text: 'The right to sell of {maker}, who makes a piece of your order {number}, is suspended. Your order goes on and your payment stays protected.' },
    fr: { subject: 'Un artisan de la commande {number}', text: 'Le droit de vendre de {maker}, qui réalise une pièce de votre commande {number}, est suspendu. Votre commande continue et votre paiement reste protégé.' },
    ar: { subject: 'بخصوص صانع في الطلبية {number}', text: 'عُلّق حق البيع لصانع قطعة من طلبيتك {number}: {maker}. تستمر طلبيتك ويبقى المبلغ الذي أديته محمياً.' },
  },
};

const REASONS = {
  expired: { en: 'its date has passed', fr: 'sa date est passée', ar: 'انقضى أجلها' },
  withdrawn: { en: 'it was withdrawn', fr: 'il a été retiré', ar: 'سُحبت' },
} as const;

const SUMMARY: Readonly<Record<Locale, { readonly total: string; readonly follow: string }>> = {
  en: { total: 'Total, delivered, duty and tax paid', follow: 'Follow the order' },
  fr: { total: 'Total livré, droits et taxes compris', follow: 'Suivre la commande' },
  ar: { total: 'المجموع مع التوصيل والرسوم والضرائب', follow: 'تتبّع الطلبية' },
};

/** One letter about one order, in the buyer's language. `link` opens the order without signing in. */
export function letterOf(proForma: ProForma, occasion: Occasion, link: string): Letter {
  const locale = proForma.buyer.locale;
  const said = WORDS[occasion.kind][locale];
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => wordFor(name, proForma, occasion));
  const goods = proForma.lines.map((line) => `  ${line.quantity} × ${line.title[locale]}`);
  const { total, follow } = SUMMARY[locale];
  const body = [fill(said.text), '', ...goods, '', `${total}: ${totalOf(proForma)}`, `${follow}: ${link}`, '', 'Dar Sanaa'].join('\n');
  return { subject: fill(said.subject), body };
}

const QUOTE_ANSWER: Readonly<Record<Locale, string>> = { en: 'The price you asked us for', fr: 'Le prix que vous nous avez demandé', ar: 'السعر الذي طلبته منا' };

/** The desk's own words, under a subject in the buyer's language. */
export function quoteAnswerLetter(locale: Locale, words: string): Letter {
  return { subject: QUOTE_ANSWER[locale], body: `${words}\n\nDar Sanaa` };
}

function wordFor(name: string, proForma: ProForma, occasion: Occasion): string {
  const words: Record<string, string> = {
    number: proForma.number,
    exporter: proForma.exporter.name,
    total: totalOf(proForma),
    until: momentInMorocco(proForma.validUntil),
    carrier: occasion.kind === 'dispatched' ? occasion.carrier : '',
    trackingNumber: occasion.kind === 'dispatched' ? occasion.trackingNumber : '',
    certificate: occasion.kind === 'certificate' || occasion.kind === 'renewed' ? occasion.number : '',
    reason: occasion.kind === 'certificate' || occasion.kind === 'renewed' ? REASONS[occasion.reason][proForma.buyer.locale] : '',
    followedBy: occasion.kind === 'renewed' ? occasion.followedBy : '',
    maker: occasion.kind === 'standing' ? occasion.makerName : '',
  };
  return words[name] ?? '';
}

function totalOf(proForma: ProForma): string {
  return `${toDecimal({ amountMinor: proForma.totals.totalMinor, currency: proForma.currency })} ${proForma.currency}`;
}

function momentInMorocco(instant: string): string {
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Africa/Casablanca', hour: '2-digit', minute: '2-digit' }).format(at);
  return `${moroccanDay(at)} ${time}`;
}
