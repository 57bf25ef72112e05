import { z } from 'zod';
import { buyer, charges, consignee, customs, incoterm, line, origin, packing, proForma, seller } from './contract.js';

/** What a commercial invoice says, on paper and for machines. */
export const invoiceContract = z.object({
  proForma,
  currency: z.string().length(3, 'it is not a currency'),
  incoterm,
  seller,
  buyer,
  consignee,
  lines: z.array(line).min(1, 'there are no lines'),
  charges,
  customs,
  packing,
  origin,
  stall: z.object({ soldOn: z.string(), paidMadMinor: z.number().int().positive() }).optional(),
});
export type CommercialInvoice = z.infer<typeof invoiceContract>;
