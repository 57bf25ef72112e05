/** States that take origin from the Arab certificate; Egypt, Jordan and Tunisia take the Agadir agreement's proofs (general knowledge, 2026-11-24). */
export const ARAB_FREE_TRADE = ['AE', 'BH', 'DZ', 'IQ', 'KW', 'LB', 'LY', 'OM', 'PS', 'QA', 'SA', 'SD', 'SY', 'YE'] as const;

/** Corridors that still take an EUR-MED from Morocco: the United Kingdom, the EFTA states, the Agadir states and Türkiye. The Union does not since 2 October 2025. */
export const EUR_MED = ['GB', 'CH', 'NO', 'IS', 'LI', 'EG', 'JO', 'TN', 'TR'] as const;

/** Where the preference of developing countries is asked for with Form A. */
export const GSP_FORM_A = ['JP'] as const;

/**
 * A special drawing right in the currencies of the house, rounded down on purpose: in doubt the longer form is drawn, which
 * every post takes. To be replaced by the International Monetary Fund's rate of the day. Assumption of 2026-11-24.
 */
const SDR: Readonly<Record<string, number>> = { EUR: 1.1, USD: 1.25, GBP: 0.95, CHF: 1, CAD: 1.7, AUD: 1.9 };

/** That many special drawing rights in minor units; null where the currency has no equivalent on record. */
export function ofSdr(sdr: number, currency: string): number | null {
  const one = SDR[currency];
  return one === undefined ? null : Math.round(sdr * one * 100);
}
