/**
 * Who gets what of one order, taken from its frozen pro forma. The parts in the buyer's currency add up to the
 * total to the minor unit; what a payee receives in dirhams was promised when the order was placed.
 */
export interface Split {
  readonly currency: string;
  readonly totalMinor: number;
  readonly payees: readonly Payee[];
  readonly house: Readonly<Record<HousePurpose, number>>;
}

export type PayeeKind = 'artisan' | 'cluster' | 'centre';

/** What a cluster is paid for: each has an account of its own in the ledger. */
export const CLUSTER_ROLES = ['coordinator', 'collection', 'quality', 'packing'] as const;
export type ClusterRole = (typeof CLUSTER_ROLES)[number];

export interface Payee {
  /** The line of the pro forma. */
  readonly line: number;
  readonly kind: PayeeKind;
  readonly id: string;
  /** In the order's currency. */
  readonly amountMinor: number;
  /** In centimes of a dirham. */
  readonly madMinor: number;
  /** Of a cluster: which of its works this part pays. */
  readonly role?: ClusterRole;
  /** Of a shared order: how many pieces of the line she made. */
  readonly pieces?: number;
}

/** What the house keeps, or pays on to carriers, customs and clearers, in the order's currency. */
export const HOUSE_PURPOSES = ['platform', 'freight', 'duty', 'tax', 'fees'] as const;
export type HousePurpose = (typeof HOUSE_PURPOSES)[number];

/** Where a centre's share waits when nobody knows which centre certified the line. */
export const ALL_CENTRES = 'centres-of-excellence';

interface Shares {
  readonly makerMinor: number;
  readonly clusterMinor: number;
  readonly centreMinor: number;
  readonly platformMinor: number;
}

/** The figures of a pro forma that decide the split. */
export interface FrozenOrder {
  readonly currency: string;
  readonly exporter: { readonly kind: 'artisan' | 'cluster'; readonly id: string };
  readonly totals: { readonly totalMinor: number };
  readonly lines: readonly {
    readonly number: number;
    readonly artisanId: string;
    /** The centre of excellence behind the line's certificate. */
    readonly centreId?: string | null;
    readonly shares: Shares;
    readonly sharesMad: Shares;
    /** What the cluster's part is for; the parts add up to it. */
    readonly clusterRoles?: readonly { readonly role: ClusterRole; readonly minor: number; readonly madMinor: number }[];
    readonly shippingMinor: number;
    readonly insuranceMinor: number;
    readonly dutyMinor: number;
    readonly surchargeMinor: number;
    readonly taxMinor: number;
    readonly feeMinor: number;
  }[];
}

export function splitOf(order: FrozenOrder): Split {
  const house: Record<HousePurpose, number> = { platform: 0, freight: 0, duty: 0, tax: 0, fees: 0 };
  const payees: Payee[] = [];
  for (const line of order.lines) {
    house.platform += line.shares.platformMinor;
    house.freight += line.shippingMinor + line.insuranceMinor;
    house.duty += line.dutyMinor + line.surchargeMinor;
    house.tax += line.taxMinor;
    house.fees += line.feeMinor;
    for (const payee of payeesOf(order, line)) {
      if (payee.amountMinor === 0 && payee.madMinor === 0) continue;
      if (payee.kind === 'cluster' && order.exporter.kind !== 'cluster') throw new RangeError(`line ${line.number} pays a cluster, but no cluster exports it`);
      payees.push(payee);
    }
  }
  const split: Split = { currency: order.currency, totalMinor: order.totals.totalMinor, payees, house };
  assertExact(split);
  return split;
}

function payeesOf(order: FrozenOrder, { number: line, artisanId, centreId, shares, sharesMad, clusterRoles = [] }: FrozenOrder['lines'][number]): Payee[] {
  const cluster = { line, kind: 'cluster' as const, id: order.exporter.id };
  const byRole = clusterRoles.map(({ role, minor, madMinor }): Payee => ({ ...cluster, amountMinor: minor, madMinor, role }));
  return [
    { line, kind: 'artisan', id: artisanId, amountMinor: shares.makerMinor, madMinor: sharesMad.makerMinor },
    ...(byRole.length > 0 ? byRole : [{ ...cluster, amountMinor: shares.clusterMinor, madMinor: sharesMad.clusterMinor }]),
    { line, kind: 'centre', id: centreId ?? ALL_CENTRES, amountMinor: shares.centreMinor, madMinor: sharesMad.centreMinor },
  ];
}

/** A float split of 22,005 was off by one cent; this one refuses to exist unless it is exact. */
export function assertExact(split: Split): void {
  const amounts = [...split.payees.flatMap((p) => [p.amountMinor, p.madMinor]), ...Object.values(split.house), split.totalMinor];
  if (!amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)) throw new RangeError('a share is not a whole, non-negative amount');
  const parts = split.payees.reduce((sum, p) => sum + p.amountMinor, 0) + HOUSE_PURPOSES.reduce((sum, purpose) => sum + split.house[purpose], 0);
  if (parts !== split.totalMinor) throw new RangeError(`the shares add up to ${parts}, the order to ${split.totalMinor}`);
}
