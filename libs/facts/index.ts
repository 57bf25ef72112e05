/**
 * The whole traffic between rooms on one page. A fact is past tense, carries what its hearers
 * need, and only ever gains optional fields. Ids are UUIDs, days are `YYYY-MM-DD` in Morocco,
 * money is integer minor units. Trade data only: no names, addresses, bank details or secrets.
 */
export interface Facts {
  // registry
  /** An artisan's right to sell changed: registered, suspended, lapsed, struck off, restored. */
  StandingChanged: { artisanId: string; standing: 'pre_registered' | 'registered' | 'suspended' | 'lapsed' | 'struck_off'; maySell: boolean };

  /** A wrong approval was undone: that account was not this artisan's. Nobody stands for the entry, or sells under it, until another request is approved. */
  EntryTakenBack: { artisanId: string; claimId: string; accountId: string };

  // certification
  CertificateIssued: { certificateId: string; number: string; artisanId: string; pieceId: string | null; productType: string | null; lotSize?: number; validFrom: string; validUntil: string };
  /** It no longer holds: its date passed, it was withdrawn, or its artisan lost standing. `followedBy` is the number of another that vouches for the same. */
  CertificateLapsed: { certificateId: string; number: string; artisanId: string; pieceId: string | null; reason: 'expired' | 'withdrawn'; followedBy?: string };

  /** Said when a training closes, for each who was there on a day of it. */
  TrainingAttended: { enrolmentId: string; sessionId: string; artisanId: string; endedOn: string };
  TrainingCompleted: { completionId: string; number: string; sessionId: string; artisanId: string; completedOn: string };

  // catalog
  ProductListed: { productId: string; artisanId: string };
  ProductWithdrawn: { productId: string; reason: 'maker' | 'certificate' | 'standing' | 'sold' };
  /** What its maker asks for a piece that was listed, or its weight, changed: fees on it may have to be judged again. */
  ProductRepriced: { productId: string };
  PhotographReceived: { photographId: string; productId: string };

  // orders
  /** The pro forma is frozen and its units are held until `heldUntil` (ISO instant). */
  OrderPlaced: { orderId: string; basketId: string; total: { amountMinor: number; currency: string }; heldUntil: string };
  /** The lines only when a cluster exports: it shares them out among its members. `placedAt` says in which of its sales they were sold. */
  OrderFunded: { orderId: string; basketId: string; clusterId?: string; placedAt?: string; lines?: { number: number; productId: string; artisanId: string; quantity: number }[] };
  OrderCancelled: { orderId: string; reason: 'buyer' | 'expired' | 'declined' | 'sold_out' };
  /** A complaint about a line was accepted, by its exporter or by the desk: this much of what the buyer paid for the line goes back. */
  ComplaintAccepted: { complaintId: string; orderId: string; line: number; lineMinor: number; goodsMinor: number; amountMinor: number; currency: string };
  /** Every line is made and inspected: the export file can be drawn up. */
  // Shipping packs by the optional fields: who may pack (exporter), where to, the net weight the packages must reach,
  // and `consigneeKey`, any digest that is equal for orders to the same consignee and address, so they may share a consignment.
  OrderReady: { orderId: string; number?: string; exporter?: { kind: 'artisan' | 'cluster'; id: string }; country?: string; consigneeKey?: string; netWeightGrams?: number };

  // payments
  PaymentCaptured: { paymentId: string; basketId: string; orderIds: string[]; amountMinor: number; currency: string };
  PaymentFailed: { paymentId: string; basketId: string; reason: 'declined' | 'expired' | 'abandoned' };
  /** The optional fields when a part went back for an accepted complaint: the number of its credit note, and how much of it is for the goods. */
  PaymentRefunded: { paymentId: string; orderId: string; amountMinor: number; currency: string; complaintId?: string; creditNote?: string; goodsMinor?: number };
  PayoutSettled: { payoutId: string; batchId: string; artisanId: string | null; amountMinor: number; currency: 'MAD' };

  // clusters
  /** Who judges work needs to know who works together: an artisan became a member, or no longer is. */
  ClusterMembershipChanged: { clusterId: string; artisanId: string; member: boolean };
  /** `made` says who made how many of each line, for those who pay the makers. */
  LotsFinished: { orderId: string; clusterId: string; made?: { line: number; artisanId: string; quantity: number }[] };

  // export-documents
  // Certification writes the file into the passports of its pieces: `number` is the invoice's, `sha256` of the papers' own sums.
  ExportFileCompleted: { orderId: string; exportFileId: string; version: number; number?: string; sha256?: string; certificates?: string[]; travels?: { way: 'undecided' | 'post' | 'express' | 'air' | 'road' | 'sea'; number: string | null } };
  /** A figure moved after completion: the file must be completed again before dispatch. */
  ExportFileReopened: { orderId: string; exportFileId: string; reason: string; missing?: string[]; missingIn?: { fr: string[]; ar: string[] } };

  // shipping
  ConsignmentPacked: { consignmentId: string; orderIds: string[]; grossWeightGrams: number; packages: number; orders?: { orderId: string; grossWeightGrams: number; packages: number }[] };
  ConsignmentDispatched: { consignmentId: string; orderIds: string[]; trackingNumber: string; carrier: string; dispatchedOn: string };
  ConsignmentDelivered: { consignmentId: string; orderIds: string[]; deliveredOn: string };
  /** Another person answers from this day on for what exporters without one of their own sell to consumers in the Union, or nobody does. */
  ResponsiblePersonChanged: { day: string };
}

export type FactName = keyof Facts & string;

export interface Fact<N extends FactName = FactName> {
  readonly id: string;
  readonly name: N;
  readonly at: string;
  readonly payload: Readonly<Facts[N]>;
}
