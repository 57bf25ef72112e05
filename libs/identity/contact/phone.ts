const LONGEST_TYPED = 40;

/**
 * A Moroccan mobile number as E.164, or null. Since 2009 mobile numbers are nine digits that begin with 6 or 7 after +212, or
 * after a 0 at home (ITU-T E.164 national numbering plan of Morocco, country code 212, checked 2026-11-24). Landlines
 * (05) take no texts, and the house pays no texts abroad: both are refused.
 */
export function mobileNumber(typed: string): string | null {
  const plain = typed
    .slice(0, LONGEST_TYPED)
    .replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x0660))
    .replace(/[\s.\-/()\u200e\u200f\u2010-\u2015\u202a-\u202e\u2066-\u2069]/g, '');
  // Cards and shop fronts also write +212 (0)6 …, with the zero of home left in.
  const found = typed.length <= LONGEST_TYPED && /^(?:(?:\+|00)?2120?|0)([67]\d{8})$/.exec(plain);
  return found ? `+212${found[1]}` : null;
}

/** Enough to recognise one's own number: `+212 6 •• •• •• 78`. */
export function maskedNumber(number: string): string {
  return `${number.slice(0, 4)} ${number.slice(4, 5)} •• •• •• ${number.slice(-2)}`;
}
