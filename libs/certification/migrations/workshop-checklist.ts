/** The rows of 2026-11-24-29f-workshops: what is looked at in a workshop, whatever is made there. */

export interface WorkshopRuleSeed {
  readonly code: string;
  readonly kind: 'observation' | 'statement';
  readonly says: readonly [en: string, fr: string, ar: string];
  readonly required: boolean;
  readonly unit?: undefined;
  readonly source: string;
  readonly confidence: 'sourced' | 'general';
}

const PRACTICE = 'Practice of the centres, to be confirmed by each centre';
/** Its conditions and its number per artisan: rna.gov.ma/faq, and medias24.com of 1 March 2022; the card: lematin.ma/culture/300000-cartes-professionnelles. */
const REGISTER = 'Law 50-17 and its register, rna.gov.ma/faq';
/** Minimum age of 15. */
const LABOUR = 'Labour code, law 65-99, article 143';

const see = (code: string, says: WorkshopRuleSeed['says'], source = PRACTICE, confidence: WorkshopRuleSeed['confidence'] = 'general'): WorkshopRuleSeed => ({ code, kind: 'observation', says, required: true, source, confidence });
const state = (code: string, says: WorkshopRuleSeed['says'], required = true): WorkshopRuleSeed => ({ code, kind: 'statement', says, required, source: PRACTICE, confidence: 'general' });

export const WORKSHOP_RULES: readonly WorkshopRuleSeed[] = [
  see('card', ['Register card valid and seen', 'Carte du registre valide et vue', 'بطاقة السجل سارية ومعاينة'], REGISTER, 'sourced'),
  see('by-hand', ['Work by hand seen in the workshop', 'Travail à la main vu dans l’atelier', 'العمل اليدوي معاين في الورشة']),
  state('tools', ['Tools and machines', 'Outils et machines', 'الأدوات والآلات']),
  see('handwork-kept', ['No tool or machine replaces the handwork', 'Aucun outil ni machine ne remplace le travail de la main', 'لا أداة ولا آلة تعوض عمل اليد']),
  state('materials', ['Materials and their suppliers', 'Matières et fournisseurs', 'المواد وموردوها']),
  state('people', ['Who works there, and on which days', 'Qui y travaille, et quels jours', 'من يعمل فيها وفي أي أيام']),
  see('no-child', ['No child at work', 'Aucun enfant au travail', 'لا طفل يعمل فيها'], LABOUR),
  see('safe-place', ['Safe place: light, air, way out, fire', 'Lieu sûr : lumière, air, issue, incendie', 'مكان آمن: الضوء والهواء والمخرج والحريق']),
  see('each-craft', ['A finished piece of each craft shown', 'Une pièce finie de chaque métier montrée', 'قطعة تامة من كل حرفة معروضة']),
  state('apprentices', ['Apprentices and who teaches them', 'Apprentis et qui les forme', 'المتعلمون ومن يعلمهم'], false),
];
