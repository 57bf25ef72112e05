import type { Locale } from '#libs/kernel';

export interface PageWords {
  readonly banner: string;
  readonly title: string;
  readonly to: string;
  readonly total: string;
  readonly pay: string;
  readonly cancel: string;
  readonly others: string;
  readonly decline: string;
  readonly challenge: string;
  readonly late: string;
  readonly twice: string;
  readonly dispute: string;
  readonly declined: string;
  readonly unproved: string;
  readonly expired: string;
  readonly unknown: string;
  readonly back: string;
  readonly bank: string;
  readonly bankAsks: string;
  readonly prove: string;
  readonly fail: string;
  readonly note: string;
}

export const WORDS: Readonly<Record<Locale, PageWords>> = {
  en: {
    banner: 'Test payment, no money moves',
    title: 'Payment',
    to: 'to Dar Sanaa',
    total: 'Total',
    pay: 'Pay {amount}',
    cancel: 'Cancel and go back',
    others: 'Rehearse another ending',
    decline: 'The bank declines the card',
    challenge: 'The bank asks for a confirmation',
    late: 'Pay, the shop hears of it late',
    twice: 'Pay, the shop hears of it twice',
    dispute: 'Pay, then ask the bank for the money back',
    declined: 'The bank declined this card. Nothing was charged. Try again, or cancel.',
    unproved: 'The bank could not confirm that it was you. Nothing was charged. Try again, or cancel.',
    expired: 'This payment page has expired. Nothing was charged. Go back and start the payment again.',
    unknown: 'This payment page does not exist.',
    back: 'Back to the shop',
    bank: 'Your bank',
    bankAsks: 'Confirm the payment of {amount} to Dar Sanaa.',
    prove: 'Confirm',
    fail: 'Refuse',
    note: 'This page stands in for the card payment page. It never asks for a card.',
  },
  fr: {
    banner: 'Paiement d’essai, aucun argent ne circule',
    title: 'Paiement',
    to: 'à Dar Sanaa',
    total: 'Total',
    pay: 'Payer {amount}',
    cancel: 'Annuler et revenir',
    others: 'Essayer une autre issue',
    decline: 'La banque refuse la carte',
    challenge: 'La banque demande une confirmation',
    late: 'Payer, la boutique l’apprend en retard',
    twice: 'Payer, la boutique l’apprend deux fois',
    dispute: 'Payer, puis contester auprès de la banque',
    declined: 'La banque a refusé cette carte. Rien n’a été débité. Réessayez ou annulez.',
    unproved: 'La banque n’a pas pu confirmer votre identité. Rien n’a été débité. Réessayez ou annulez.',
    expired: 'Cette page de paiement a expiré. Rien n’a été débité. Revenez et relancez le paiement.',
    unknown: 'Cette page de paiement n’existe pas.',
    back: 'Retour à la boutique',
    bank: 'Votre banque',
    bankAsks: 'Confirmez le paiement de {amount} à Dar Sanaa.',
    prove: 'Confirmer',
    fail: 'Refuser',
    note: 'Cette page remplace la page de paiement par carte. Elle ne demande jamais de carte.',
  },
  ar: {
    banner: 'أداء تجريبي، لا يُحوَّل أي مال',
    title: 'الأداء',
    to: 'إلى دار الصنعة',
    total: 'المجموع',
    pay: 'أداء {amount}',
    cancel: 'إلغاء والعودة',
    others: 'تجربة نتيجة أخرى',
    decline: 'البنك يرفض البطاقة',
    challenge: 'البنك يطلب التأكيد',
    late: 'الأداء مع وصول الخبر إلى المتجر متأخراً',
    twice: 'الأداء مع وصول الخبر إلى المتجر مرتين',
    dispute: 'الأداء ثم طلب استرجاع المال من البنك',
    declined: 'رفض البنك هذه البطاقة. لم يُقتطع أي مبلغ. أعد المحاولة أو ألغِ.',
    unproved: 'لم يتمكن البنك من التأكد من هويتك. لم يُقتطع أي مبلغ. أعد المحاولة أو ألغِ.',
    expired: 'انتهت صلاحية صفحة الأداء هذه. لم يُقتطع أي مبلغ. ارجع وابدأ الأداء من جديد.',
    unknown: 'صفحة الأداء هذه غير موجودة.',
    back: 'العودة إلى المتجر',
    bank: 'بنكك',
    bankAsks: 'أكّد أداء {amount} إلى دار الصنعة.',
    prove: 'تأكيد',
    fail: 'رفض',
    note: 'تقوم هذه الصفحة مقام صفحة الأداء بالبطاقة، ولا تطلب أي بطاقة أبداً.',
  },
};
