import { lifecycle, type Actor, belongsTo, hasRole, type Locale } from '#libs/kernel';
import { shippingErrors } from '../shipping.errors.js';
import type { Said } from '../words/saying.js';

/** The life of a consignment. Its papers are the export file's concern: `dispatch` only asks whether they are complete. */
export const consignmentLifecycle = lifecycle({
  packed: { pack: 'packed', dispatch: 'dispatched' },
  dispatched: { deliver: 'delivered' },
  delivered: {},
});

export type ConsignmentState = (typeof consignmentLifecycle.states)[number];

export interface Package {
  readonly orderId: string;
  readonly grossWeightGrams: number;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** What shipping keeps of an order that is made: who may pack it, and what its packages must at least weigh. */
export interface OrderToPack {
  readonly orderId: string;
  readonly number: string | null;
  readonly exporterKind: 'artisan' | 'cluster' | null;
  readonly exporterId: string | null;
  readonly country: string | null;
  readonly consigneeKey: string | null;
  readonly netWeightGrams: number | null;
  readonly consignmentId: string | null;
}

/** The export file of an order, as its last fact told. */
export interface PapersState {
  readonly orderId: string;
  readonly complete: boolean;
  /** The missing papers, as a reader of each language calls them; a language that was not told stands empty. */
  readonly missing: Readonly<Record<Locale, readonly string[]>>;
  /** How the papers say it travels, and under which number; null while nobody has put it on record. */
  readonly way: string | null;
  readonly number: string | null;
}

/** The desk handles every order, an exporter his own. */
export function mayHandle(actor: Actor, order: Pick<OrderToPack, 'exporterKind' | 'exporterId'>): boolean {
  if (isDesk(actor)) return true;
  if (order.exporterId === null) return false;
  return order.exporterKind === 'cluster' ? belongsTo(actor, 'cluster', order.exporterId) : actor.artisanId === order.exporterId;
}

export function isDesk(actor: Actor): boolean {
  return hasRole(actor, 'desk', 'admin', 'system');
}

/** One consignment, one consignee; no order twice; nothing lighter than what is in it. */
export function checkPacking(id: string, orders: readonly OrderToPack[], packages: readonly Package[]): void {
  for (const order of orders) {
    if (order.consignmentId !== null && order.consignmentId !== id) throw shippingErrors.SHIPPING_ORDER_PACKED({ order: nameOf(order) });
    const gross = packages.reduce((sum, one) => (one.orderId === order.orderId ? sum + one.grossWeightGrams : sum), 0);
    if (order.netWeightGrams !== null && gross < order.netWeightGrams) throw shippingErrors.SHIPPING_WEIGHT_BELOW_NET({ gross, net: order.netWeightGrams }, 'packages');
  }
  if (orders.length < 2) return;
  const [first] = orders;
  const together = orders.every((order) => order.consigneeKey !== null && order.consigneeKey === first!.consigneeKey && order.country === first!.country);
  if (!together) throw shippingErrors.SHIPPING_DESTINATIONS_DIFFER();
}

/** Whether a repeated packing says the same as the first. */
export function samePackages(one: readonly Package[], other: readonly Package[]): boolean {
  const fields = ['orderId', 'grossWeightGrams', 'lengthMm', 'widthMm', 'heightMm'] as const;
  return one.length === other.length && one.every((box, i) => fields.every((field) => box[field] === other[i]![field]));
}

/**
 * Nothing goes to a carrier while a paper is missing, and the refusal says which. `beingDrawn`: a room has not
 * yet dealt with what was measured, so a file that is complete may be about to say otherwise.
 */
export function checkPapers(orders: readonly OrderToPack[], papers: readonly PapersState[], beingDrawn: boolean, locale: Locale): void {
  for (const order of orders) {
    const state = papers.find((one) => one.orderId === order.orderId);
    if (state?.complete && !beingDrawn) continue;
    const named = state ? missingIn(state.missing, locale) : [];
    const missing = state?.complete ? BEING_DRAWN[locale] : named.length > 0 ? named.join(locale === 'ar' ? '، ' : ', ') : THE_FILE[locale];
    throw shippingErrors.SHIPPING_PAPERS_MISSING({ order: nameOf(order), missing });
  }
}

const BEING_DRAWN: Said = { en: 'those with the measured weights, being drawn up now', fr: 'ceux qui portent les poids mesurés, en cours d’établissement', ar: 'الوثائق التي تحمل الأوزان المقيسة، وهي قيد التحرير' };
const THE_FILE: Said = { en: 'the export file itself', fr: 'le dossier d’export lui-même', ar: 'ملف التصدير نفسه' };

/** In the reader's language, else as they were told. */
export function missingIn(missing: PapersState['missing'], locale: Locale): readonly string[] {
  return missing[locale].length > 0 ? missing[locale] : missing.en;
}

/**
 * It leaves the way its papers say, under the number they quote. A parcel nobody has put on record has the papers of a post and
 * of a courier; freight needs those of its own way first.
 */
export function checkWay(orders: readonly OrderToPack[], papers: readonly PapersState[], way: string, number: string): void {
  for (const order of orders) {
    const said = papers.find((one) => one.orderId === order.orderId);
    const undecided = !said?.way || said.way === 'undecided';
    if (undecided ? way !== 'post' && way !== 'express' : said.way !== way) throw shippingErrors.SHIPPING_PAPERS_OTHER_WAY({ order: nameOf(order) }, 'carrier');
    if (said?.number && said.number !== number) throw shippingErrors.SHIPPING_PAPERS_OTHER_NUMBER({ order: nameOf(order), number: said.number }, 'trackingNumber');
  }
}

function nameOf(order: OrderToPack): string {
  return order.number ?? order.orderId;
}
