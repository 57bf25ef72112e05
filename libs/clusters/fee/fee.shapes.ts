import { z } from 'zod';
import { MAX_FEE_BP, MAX_FIXED_MINOR } from './fee.js';

/** A part of the price, in basis points. People write it in percent, and are told so. */
export const partShape = z.number().refine((bp) => Number.isInteger(bp) && bp >= 0 && bp <= MAX_FEE_BP, {
  message: `Write a percentage from 0 to ${MAX_FEE_BP / 100}, with two decimals at most.`,
  params: { fr: `Écrivez un pourcentage de 0 à ${String(MAX_FEE_BP / 100).replace('.', ',')}, avec deux décimales au plus.`, ar: `اكتب نسبة مئوية من 0 إلى ${MAX_FEE_BP / 100} برقمين عشريين على الأكثر.` },
});

/** An amount for each piece, kilogram or order, in centimes; people write dirhams. */
export const fixedShape = z.number().refine((minor) => Number.isInteger(minor) && minor >= 0 && minor <= MAX_FIXED_MINOR, {
  message: `Write an amount from 0 to ${MAX_FIXED_MINOR / 100} dirhams.`,
  params: { fr: `Écrivez un montant de 0 à ${MAX_FIXED_MINOR / 100} dirhams.`, ar: `اكتب مبلغاً من 0 إلى ${MAX_FIXED_MINOR / 100} درهم.` },
});
