import { defineErrors } from './errors.js';

export const hsCodeErrors = defineErrors({
  HS_CODE_INVALID: {
    kind: 'invalid',
    en: 'An HS code has six digits, like 570110. "{code}" does not.',
    fr: 'Un code SH compte six chiffres, comme 570110. « {code} » n’en est pas un.',
    ar: 'رمز النظام المنسق من ستة أرقام، مثل 570110. «{code}» ليس كذلك.',
  },
});

/** The six digits of the Harmonized System, without dots. */
export function hsCode(text: string, field?: string): string {
  const digits = text.replace(/[.\s]/g, '');
  if (!/^\d{6}$/.test(digits) || digits.startsWith('00')) throw hsCodeErrors.HS_CODE_INVALID({ code: text.slice(0, 20) }, field);
  return digits;
}

/** The first four digits. */
export function headingOf(code: string): string {
  return code.slice(0, 4);
}
