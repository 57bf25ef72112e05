import { z } from 'zod';
import { lineOfText } from '#libs/kernel';

/** How the goods travel. `undecided` is a parcel nobody has handed to a carrier yet: by post or by courier. */
export const WAYS = ['undecided', 'post', 'express', 'air', 'road', 'sea'] as const;
export type Way = (typeof WAYS)[number];

/** What the packages are made of, as far as plant health asks (ISPM 15). */
export const WOOD = ['none', 'processed', 'treated'] as const;
export type Wood = (typeof WOOD)[number];

/** What the exporter or the desk put on record of the carriage; before that, a parcel with nothing known of it. */
export interface Transport {
  readonly way: Way;
  readonly carrier: string | null;
  /** Postal identifier, air waybill, consignment note or bill of lading, as its carrier gave it. */
  readonly number: string | null;
  /** Town, airport or port where the carrier takes over. */
  readonly from: string | null;
  readonly to: string | null;
  /** Flight, lorry and trailer, or vessel and voyage. */
  readonly vehicle: string | null;
  /** Whom the carrier tells of the arrival, when it is not the consignee. */
  readonly notify: string | null;
  readonly containers: readonly string[];
  /** Null while nobody has said. */
  readonly wood: Wood | null;
  /** The mark burnt into the wood: `IPPC MA-123 HT`. */
  readonly woodMark: string | null;
}

export const UNDECIDED: Transport = { way: 'undecided', carrier: null, number: null, from: null, to: null, vehicle: null, notify: null, containers: [], wood: null, woodMark: null };

const text = (max: number) => z.string().transform((value) => lineOfText(value, max)).nullish().transform((value) => value || null);

export const transportDetails = z.object({
  way: z.enum(WAYS),
  carrier: text(80),
  number: text(40),
  from: text(80),
  to: text(80),
  vehicle: text(80),
  notify: text(300),
  containers: z.array(z.string().transform((value) => value.replace(/[\s-]/g, '').toUpperCase()).refine(isContainerNumber, { error: 'A container number has four letters, six digits and their check digit.', params: { fr: 'Un numéro de conteneur a quatre lettres, six chiffres et leur chiffre de contrôle.', ar: 'لرقم الحاوية أربعة أحرف وستة أرقام ورقم مراقبتها.' } })).max(20).default([]),
  wood: z.enum(WOOD).nullish().transform((value) => value ?? null),
  /** Country and number of the treatment provider, then how: heat (HT), methyl bromide (MB), dielectric heat (DH) or sulphuryl fluoride (SF) (ISPM 15, annex 2; general knowledge, 2026-11-24). */
  woodMark: z.string().transform((value) => lineOfText(value, 40).toUpperCase()).refine((value) => /^(IPPC )?[A-Z]{2}[ -][A-Z0-9-]{1,12} (HT|MB|DH|SF)( DB)?$/.test(value), { error: 'The mark reads like “IPPC MA-123 HT”.', params: { fr: 'La marque se lit comme « IPPC MA-123 HT ».', ar: 'تُقرأ العلامة مثل «IPPC MA-123 HT».' } }).nullish().transform((value) => value ?? null),
});
export type TransportInput = z.input<typeof transportDetails>;

/** Letters of a container number count from 10, leaving out the multiples of 11 (ISO 6346). */
const LETTER = (code: number): number => {
  const plain = code - 65 + 10;
  return plain + Math.floor((plain - 1) / 10);
};

/**
 * Check digit of ISO 6346: each character times two to the power of its place, the sum modulo 11, 10 counting as 0.
 * Published example: CSQU3054383.
 */
export function containerCheckDigit(prefix: string): number {
  const sum = [...prefix].reduce((total, c, i) => total + (c >= 'A' ? LETTER(c.charCodeAt(0)) : Number(c)) * 2 ** i, 0);
  return (sum % 11) % 10;
}

export function isContainerNumber(value: string): boolean {
  return /^[A-Z]{3}[UJZ]\d{7}$/.test(value) && Number(value[10]) === containerCheckDigit(value.slice(0, 10));
}
