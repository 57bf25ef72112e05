import { paymentsErrors } from '../payments.errors.js';

/**
 * A Moroccan bank account. RIB: 24 digits, bank 3, locality 3, account 16, key 2; the whole number mod 97 is 0
 * (Worldpay's page on Morocco and the example of the php-iban registry, checked 2026-11-24).
 * IBAN: `MA`, two check digits (ISO 7064 mod 97-10) and the RIB. A valid IBAN does not prove a valid RIB: both are checked.
 */
export interface Rib {
  readonly digits: string;
  readonly iban: string;
  readonly bank: string;
}

const LONGEST_TYPED = 60;

/** Reads what a person typed: spaces, dots, hyphens and Arabic-Indic digits are forgiven, anything else is not. */
export function readRib(typed: string, field?: string): Rib {
  if (typed.length > LONGEST_TYPED) throw paymentsErrors.PAYOUT_RIB_LENGTH({ count: typed.length }, field);
  const plain = typed
    .replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x0660))
    .replace(/[\s.\-\u200e\u200f]/g, '')
    .toUpperCase();
  const iban = /^MA(\d{2})(\d*)$/.exec(plain);
  const digits = iban ? iban[2]! : plain;
  if (!/^\d*$/.test(digits)) throw paymentsErrors.PAYOUT_RIB_SIGNS({}, field);
  if (digits.length !== 24) throw paymentsErrors.PAYOUT_RIB_LENGTH({ count: digits.length }, field);
  if (mod97(digits) !== 0 || digits.startsWith('000')) throw paymentsErrors.PAYOUT_RIB_KEY({}, field);
  if (iban && iban[1] !== ibanKey(digits)) throw paymentsErrors.PAYOUT_IBAN_KEY({}, field);
  return { digits, iban: `MA${ibanKey(digits)}${digits}`, bank: digits.slice(0, 3) };
}

/** The last two digits that the first twenty-two ask for. */
export function ribKey(first22: string): string {
  return String(97 - mod97(`${first22}00`)).padStart(2, '0');
}

/** Enough to recognise one's own account, too little for anyone else: `011 … 4921`. */
export function masked(digits: string): string {
  return `${digits.slice(0, 3)} … ${digits.slice(-4)}`;
}

function ibanKey(rib: string): string {
  // M is 22, A is 10; the check digits stand as 00 while they are computed.
  return String(98 - mod97(`${rib}221000`)).padStart(2, '0');
}

function mod97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}
