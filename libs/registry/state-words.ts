import type { Words } from '#libs/kernel';
import type { Standing } from './artisan.js';
import type { ClaimState } from './claims/claim.js';
import type { ConsentState } from './consents/consent.js';
import type { MandateState } from './mandates/mandate.js';

type Called<State extends string> = Readonly<Record<State, Words>>;

/** What refusals call a state, in the reader's language: the same words as on the pages. */
export const STANDING_WORDS: Called<Standing> = {
  pre_registered: { en: 'pre-registered', fr: 'préinscrit', ar: 'مسجّل مسبقاً' },
  registered: { en: 'registered', fr: 'inscrit', ar: 'مسجّل' },
  suspended: { en: 'suspended', fr: 'suspendu', ar: 'موقوف' },
  lapsed: { en: 'lapsed', fr: 'échu', ar: 'منتهٍ' },
  struck_off: { en: 'struck off', fr: 'radié', ar: 'مشطب عليه' },
};

export const CLAIM_WORDS: Called<ClaimState> = {
  open: { en: 'not handed in yet', fr: 'pas encore remise', ar: 'لم يُسلَّم بعد' },
  submitted: { en: 'with the chamber', fr: 'à la chambre', ar: 'لدى الغرفة' },
  returned: { en: 'to complete', fr: 'à compléter', ar: 'يحتاج إلى استكمال' },
  approved: { en: 'approved', fr: 'acceptée', ar: 'مقبول' },
  refused: { en: 'refused', fr: 'refusée', ar: 'مرفوض' },
  withdrawn: { en: 'taken back', fr: 'retirée', ar: 'مسحوب' },
  undone: { en: 'approval undone', fr: 'acceptation annulée', ar: 'أُلغي قبوله' },
};

export const MANDATE_WORDS: Called<MandateState> = {
  proposed: { en: 'waiting for a code', fr: 'en attente du code', ar: 'في انتظار الرمز' },
  live: { en: 'in force', fr: 'en vigueur', ar: 'سارٍ' },
  declined: { en: 'declined', fr: 'décliné', ar: 'مرفوض' },
  revoked: { en: 'ended', fr: 'terminé', ar: 'منتهٍ' },
  expired: { en: 'past its days', fr: 'échu', ar: 'انقضت مدته' },
};

export const CONSENT_WORDS: Called<ConsentState> = {
  waiting: { en: 'waiting', fr: 'en attente', ar: 'في الانتظار' },
  given: { en: 'agreed and done', fr: 'acceptée et faite', ar: 'موافَق عليه ومنفَّذ' },
  failed: { en: 'agreed, but impossible by then', fr: 'acceptée, mais devenue impossible', ar: 'موافَق عليه لكن تعذّر تنفيذه' },
  refused: { en: 'refused', fr: 'refusée', ar: 'مرفوض' },
  expired: { en: 'past its time', fr: 'restée sans réponse valable', ar: 'انقضى أجله' },
  dropped: { en: 'dropped with its mandate', fr: 'tombée avec son mandat', ar: 'سقط مع التفويض' },
  withdrawn: { en: 'taken back', fr: 'retirée', ar: 'مسحوب' },
};
