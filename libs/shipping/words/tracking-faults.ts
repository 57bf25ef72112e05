import type { Said } from './saying.js';

/** What can be wrong with a carrier's number. */
export const TRACKING_FAULTS = {
  LONG: { en: 'it is too long', fr: 'il est trop long', ar: 'طويل جداً' },
  CHECK_DIGIT: { en: 'its check digit does not fit', fr: 'son chiffre de contrôle ne correspond pas', ar: 'رقم المراقبة فيه غير مطابق' },
  POSTAL: { en: 'a postal number has two letters, nine digits and two letters, like RB123456785MA', fr: 'un numéro postal a deux lettres, neuf chiffres et deux lettres, comme RB123456785MA', ar: 'للرقم البريدي حرفان وتسعة أرقام وحرفان، مثل RB123456785MA' },
  POSTED_ELSEWHERE: { en: 'a parcel posted in Morocco ends in MA', fr: 'un colis posté au Maroc finit par MA', ar: 'رقم الطرد المرسل من المغرب ينتهي بـ MA' },
  AIR: { en: 'an air waybill has eleven digits, like 147-10000001', fr: 'une lettre de transport aérien a onze chiffres, comme 147-10000001', ar: 'لوثيقة الشحن الجوي أحد عشر رقماً، مثل 147-10000001' },
  ANY: { en: 'it has four to thirty-five letters, digits and strokes', fr: 'il a de quatre à trente-cinq lettres, chiffres et traits', ar: 'يتكون من أربعة إلى خمسة وثلاثين حرفاً ورقماً وشرطة' },
  DHL: { en: 'a DHL waybill has ten or eleven digits', fr: 'une lettre de transport DHL a dix ou onze chiffres', ar: 'لوثيقة DHL عشرة أرقام أو أحد عشر' },
  FEDEX: { en: 'a FedEx Express number has twelve digits', fr: 'un numéro FedEx Express a douze chiffres', ar: 'لرقم FedEx Express اثنا عشر رقماً' },
  UPS: { en: 'a UPS number begins with 1Z and has eighteen characters', fr: 'un numéro UPS commence par 1Z et a dix-huit caractères', ar: 'يبدأ رقم UPS بـ 1Z وله ثمانية عشر رمزاً' },
} as const satisfies Readonly<Record<string, Said>>;
