import { defineErrors } from '#libs/kernel';

export const agentErrors = defineErrors({
  CATALOG_PRICE_NEEDS_YES: {
    kind: 'forbidden',
    en: 'A price is the maker’s own: propose it, and she says yes by a code.',
    fr: 'Le prix appartient à l’artisan : proposez-le, et son accord se donne par un code.',
    ar: 'الثمن من حق الصانع: اقترحه، وموافقته تكون برمز.',
  },
  CATALOG_PRICE_MOVED: {
    kind: 'conflict',
    en: 'The price has changed since this was proposed.',
    fr: 'Le prix a changé depuis cette proposition.',
    ar: 'تغيّر الثمن منذ هذا الاقتراح.',
  },
  CATALOG_PRICE_SAME: { kind: 'conflict', en: 'This is the price already.', fr: 'C’est déjà le prix.', ar: 'هذا هو الثمن الحالي.' },
});
