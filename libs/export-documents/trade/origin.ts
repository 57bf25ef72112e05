import { proofFor, type ProofKind, type ProofTerms } from '#libs/shipping';
import type { Origin, ValueTest } from './trade.js';

/** The members of the Union, whose corridor shares one agreement. The regimes themselves are shipping's, as dated rows. */
export { UNION } from '#libs/shipping';

interface OriginQuestion {
  /** The corridor's terms on the day of the order; null where no agreement is on record. */
  readonly terms: ProofTerms | null;
  readonly currency: string;
  readonly lines: readonly { readonly preference: boolean; readonly amountMinor: number; readonly originRegion: string }[];
  /** Originating products of the same consignment under other invoices, in the same currency. */
  readonly besideMinor: number;
  readonly approvedExporter: string | null;
  readonly reference: string | null;
}

/** What the papers of an order know of each proof. Canada's statement has no words on record yet, so a person decides. */
const KNOWN: Readonly<Record<ProofKind, Origin['proof']>> = {
  origin_declaration: 'origin_declaration',
  invoice_declaration: 'origin_declaration',
  eur1: 'eur1',
  us_declaration: 'us_declaration',
  arab_certificate: 'arab_certificate',
  gpt_statement: 'desk',
  form_a: 'form_a',
};

const MENTIONS: readonly string[] = ['REVISED RULES', 'TRANSITIONAL RULES'] satisfies Origin['mention'][];

/** The proof this trade needs. A value that cannot be compared with the threshold goes to a person, never to a guess. */
export function originOf(q: OriginQuestion): Origin {
  const claimed = q.lines.filter((l) => l.preference);
  const regime = q.terms?.regime.row ?? null;
  const mention = regime?.mention != null && MENTIONS.includes(regime.mention) ? (regime.mention as Origin['mention']) : 'NONE';
  const answer = (proof: Origin['proof'], why: Origin['why']): Origin => ({ regime: regime?.regime ?? null, proof, why, mention, months: regime?.proofMonths ?? null, reference: q.reference });
  if (claimed.length === 0) return answer('none', 'not_claimed');
  if (q.terms === null || regime === null) return answer('desk', 'no_regime');
  if (claimed.some((l) => regime.reviewRegions.includes(l.originRegion))) return answer('desk', 'southern_region');
  const worth = claimed.reduce((sum, l) => sum + l.amountMinor, q.besideMinor);
  const { proof, why } = proofFor(q.terms, q.currency, worth, q.approvedExporter !== null);
  return answer(proof === null ? 'desk' : KNOWN[proof], why);
}

/** The percentages are the row's: none of them is known here. */
export function valueTestOf(terms: ProofTerms | null): ValueTest | null {
  if (terms === null) return null;
  const { method, minValuePercent, partnerCapPercent, cumulatesWith } = terms.regime.row;
  if (method !== 'value_content' || minValuePercent === null) return null;
  return { minPercent: Number(minValuePercent), partner: { countries: cumulatesWith, capPercent: partnerCapPercent === null ? null : Number(partnerCapPercent) } };
}

/**
 * The origin declaration, word for word. English and French read at m.moam.info/invoice-declaration_6479b8dd097c476a028b7c04.html
 * on 2026-11-24; the words on the authorisation stand only when an approved exporter makes it (note 1). Arabic is
 * not used: its official text has to be copied from the Official Journal by a person first.
 */
export function originDeclaration(approvedExporter: string | null, mention: Origin['mention']): { en: string; fr: string } {
  const en = approvedExporter === null ? '' : ` (customs authorisation No ${approvedExporter})`;
  const fr = approvedExporter === null ? '' : ` (autorisation douanière n° ${approvedExporter})`;
  const rules = mention === 'TRANSITIONAL RULES' ? ' according to the transitional rules of origin' : '';
  const regles = mention === 'TRANSITIONAL RULES' ? ' selon les règles d’origine transitoires' : '';
  return {
    en: `The exporter of the products covered by this document${en} declares that, except where otherwise clearly indicated, these products are of Moroccan preferential origin${rules}.`,
    fr: `L’exportateur des produits couverts par le présent document${fr} déclare que, sauf indication claire du contraire, ces produits ont l’origine préférentielle marocaine${regles}.`,
  };
}
