import type { Words } from '#libs/kernel';
import type { LotState } from './lot/allotment.js';
import type { MembershipState, Permission } from './member/membership.js';
import type { SaleState } from './sale/collective-sale.js';

export const TIE_STATES: Readonly<Record<MembershipState, Words>> = {
  outside: { en: 'not of the cluster', fr: 'hors du groupement', ar: 'خارج التجمع' },
  invited: { en: 'invited', fr: 'invitation envoyée', ar: 'دعوة في انتظار الجواب' },
  requested: { en: 'asked to join', fr: 'demande d’adhésion', ar: 'طلب انضمام' },
  active: { en: 'member', fr: 'membre', ar: 'عضو' },
};

export const LOT_STATES: Readonly<Record<LotState, Words>> = {
  offered: { en: 'offered', fr: 'proposée', ar: 'معروضة' },
  accepted: { en: 'being made', fr: 'en cours de réalisation', ar: 'قيد الصنع' },
  made: { en: 'made', fr: 'réalisée', ar: 'منجزة' },
  inspected: { en: 'checked', fr: 'contrôlée', ar: 'مفحوصة' },
  declined: { en: 'declined', fr: 'refusée', ar: 'مرفوضة' },
  lapsed: { en: 'left without an answer', fr: 'restée sans réponse', ar: 'بقيت دون جواب' },
  failed: { en: 'not made', fr: 'non réalisée', ar: 'لم تُنجز' },
};

export const SALE_STATES: Readonly<Record<SaleState, Words>> = {
  planned: { en: 'planned', fr: 'prévue', ar: 'مبرمج' },
  open: { en: 'open', fr: 'ouverte', ar: 'مفتوح' },
  closed: { en: 'closed', fr: 'close', ar: 'مغلق' },
  cancelled: { en: 'called off', fr: 'annulée', ar: 'ملغى' },
};

/** As the page of her ties says them. */
export const PERMISSION_WORDS: Readonly<Record<Permission, Words>> = {
  list: { en: 'offer my pieces under its name', fr: 'proposer mes pièces en son nom', ar: 'عرض قطعي باسمه' },
  price: { en: 'set its part of the price', fr: 'fixer sa part du prix', ar: 'تحديد نصيبه من الثمن' },
  stock: { en: 'count my pieces and keep some back', fr: 'compter mes pièces et en réserver', ar: 'عدّ قطعي والاحتفاظ ببعضها' },
  photograph: { en: 'photograph my pieces', fr: 'photographier mes pièces', ar: 'تصوير قطعي' },
  act: { en: 'answer for me about large orders', fr: 'répondre pour moi des grandes commandes', ar: 'الجواب عني في الطلبيات الكبيرة' },
};
