import type { Said } from '../words/saying.js';
import { TRACKING_FAULTS } from '../words/tracking-faults.js';

/**
 * Who carries, and how each proves its numbers. Grammars, formulas and test vectors of the couriers:
 * github.com/jkeen/tracking_number_data (MIT), read 2026-11-24; S10 is UPU standard S10; the air waybill's
 * modulo 7 is IATA practice, general knowledge.
 */
export const CARRIERS = {
  barid: { name: 'Barid Al-Maghrib', way: 'post', track: 'https://www.poste.ma/', read: postal },
  dhl: { name: 'DHL Express', way: 'express', track: 'https://www.dhl.com/en/express/tracking.html?brand=DHL&AWB=%s', read: dhl },
  ups: { name: 'UPS', way: 'express', track: 'https://www.ups.com/track?tracknum=%s', read: ups },
  fedex: { name: 'FedEx Express', way: 'express', track: 'https://www.fedex.com/fedextrack/?trknbr=%s', read: fedex },
  air: { name: 'Air freight', way: 'air', track: null, read: airWaybill },
  road: { name: 'Road haulage', way: 'road', track: null, read: anyNumber },
  sea: { name: 'Sea freight', way: 'sea', track: null, read: anyNumber },
} as const satisfies Record<string, Carrier>;

export type CarrierCode = keyof typeof CARRIERS;

interface Carrier {
  readonly name: string;
  /** How it travels with him, which decides the papers. */
  readonly way: 'post' | 'express' | 'air' | 'road' | 'sea';
  readonly track: string | null;
  readonly read: (text: string) => Reading;
}

/** The number in its plain form, or what is wrong with it. */
export type Reading = { readonly ok: true; readonly number: string } | { readonly ok: false; readonly why: Said };

export function isCarrier(code: string): code is CarrierCode {
  return Object.hasOwn(CARRIERS, code);
}

export function trackingNumber(carrier: CarrierCode, text: string): Reading {
  const plain = text.replace(/[\s.·]/g, '').toUpperCase();
  if (plain.length > 40) return no(TRACKING_FAULTS.LONG);
  return CARRIERS[carrier].read(plain);
}

export function trackingUrl(carrier: CarrierCode, number: string): string | null {
  return CARRIERS[carrier].track?.replace('%s', encodeURIComponent(number)) ?? null;
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** Check digit of a UPU S10 serial of eight digits: 11 − (weighted sum mod 11), where 10 gives 0 and 11 gives 5. */
export function s10CheckDigit(serial: string): number {
  const check = 11 - (weighted(serial, S10_WEIGHTS) % 11);
  return check === 10 ? 0 : check === 11 ? 5 : check;
}

/** Numbers are allotted by Barid Al-Maghrib, so they end in MA; the demo world's end in XX, which no post uses. */
function postal(text: string): Reading {
  const found = /^([A-Z]{2})(\d{8})(\d)([A-Z]{2})$/.exec(text);
  if (!found) return no(TRACKING_FAULTS.POSTAL);
  const [, , serial, check, country] = found;
  if (Number(check) !== s10CheckDigit(serial!)) return no(TRACKING_FAULTS.CHECK_DIGIT);
  if (country !== 'MA' && country !== 'XX') return no(TRACKING_FAULTS.POSTED_ELSEWHERE);
  return { ok: true, number: text };
}

/** `147-10000001`: airline prefix, serial of seven digits, and the serial modulo 7. */
function airWaybill(text: string): Reading {
  const found = /^(\d{3})-?(\d{7})(\d)$/.exec(text);
  if (!found) return no(TRACKING_FAULTS.AIR);
  const [, airline, serial, check] = found;
  if (Number(serial) % 7 !== Number(check)) return no(TRACKING_FAULTS.CHECK_DIGIT);
  return { ok: true, number: `${airline!}-${serial!}${check!}` };
}

/** Consignment notes and bills of lading are numbered as each haulier and line likes. */
function anyNumber(text: string): Reading {
  return /^[A-Z0-9][A-Z0-9/-]{3,34}$/.test(text) ? { ok: true, number: text } : no(TRACKING_FAULTS.ANY);
}

function dhl(text: string): Reading {
  const found = /^(\d{9,10})(\d)$/.exec(text);
  if (!found) return no(TRACKING_FAULTS.DHL);
  return Number(found[1]) % 7 === Number(found[2]) ? { ok: true, number: text } : no(TRACKING_FAULTS.CHECK_DIGIT);
}

const FEDEX_WEIGHTS = [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];

function fedex(text: string): Reading {
  if (!/^\d{12}$/.test(text)) return no(TRACKING_FAULTS.FEDEX);
  return (weighted(text.slice(0, 11), FEDEX_WEIGHTS) % 11) % 10 === Number(text[11]) ? { ok: true, number: text } : no(TRACKING_FAULTS.CHECK_DIGIT);
}

/** Letters stand for digits in alphabet order (A is 2); every second character counts double. */
function ups(text: string): Reading {
  if (!/^1Z[A-Z0-9]{15}\d$/.test(text)) return no(TRACKING_FAULTS.UPS);
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const code = text.charCodeAt(i + 2);
    const digit = code >= 65 ? (code - 63) % 10 : code - 48;
    sum += i % 2 === 0 ? digit : digit * 2;
  }
  return (10 - (sum % 10)) % 10 === Number(text[17]) ? { ok: true, number: text } : no(TRACKING_FAULTS.CHECK_DIGIT);
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
}

function no(why: Said): Reading {
  return { ok: false, why };
}
