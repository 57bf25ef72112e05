import { lifecycle, type Locale } from '#libs/kernel';

/**
 * The life of an inspection. A piece may be brought to the stamping office without an appointment, so a
 * request can be examined at once. Certified and refused are final: another look is another inspection.
 */
export const inspectionLifecycle = lifecycle({
  requested: { appoint: 'appointed', examine: 'examined', cancel: 'cancelled' },
  appointed: { appoint: 'appointed', examine: 'examined', cancel: 'cancelled' },
  examined: { examine: 'examined', certify: 'certified', return: 'returned', refuse: 'refused' },
  returned: { resubmit: 'requested', cancel: 'cancelled' },
  certified: {},
  refused: {},
  cancelled: {},
});
export type InspectionState = (typeof inspectionLifecycle.states)[number];

export type PieceName = Readonly<Partial<Record<Locale, string | null>>>;

export interface Inspection {
  readonly id: string;
  readonly centreId: string;
  readonly artisanId: string;
  readonly productType: string;
  /** The family of carpet, or the use of a pot: which rules of the checklist apply. */
  readonly variant: string;
  /** The catalog's piece, where it is about one; null for everything of that type the artisan makes. */
  readonly pieceId: string | null;
  /** How many of that piece, where a lot is inspected. */
  readonly lotSize: number | null;
  readonly description: string;
  /** What the piece is called in each language its maker has a name for. */
  readonly name: PieceName | null;
  /** What it is made of, in the maker's words. */
  readonly materials: string | null;
  readonly madeFrom: string | null;
  readonly madeUntil: string | null;
  readonly state: InspectionState;
  readonly requestedAt: Date;
  readonly appointedFor: Date | null;
  readonly decisionReason: string | null;
  /** The refused inspection that this one looks at again, by other eyes. */
  readonly secondLookOf: string | null;
}
