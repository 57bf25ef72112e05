import { z } from 'zod';
import { consignee, described, invoiceReference, packing, seller, transport } from '../contract.js';

const declared = described.extend({ hsCode: z.string(), originCountry: z.string(), netWeightGrams: z.number().int(), amountMinor: z.number().int(), currency: z.string(), certificateNumber: z.string().nullable() });

/** What a postal declaration says, short or long: both travel as the same advance data. */
export const postalContract = z.object({
  invoice: invoiceReference,
  currency: z.string().length(3, 'it is not a currency'),
  seller,
  consignee,
  email: z.string(),
  importerReference: z.string().nullable(),
  lines: z.array(declared).min(1, 'there are no lines'),
  packing,
  postageMinor: z.number().int().min(0),
  way: transport.shape.way,
  /** UPU S10, thirteen characters. */
  identifier: z.string().nullable(),
});
export type Cn23 = z.infer<typeof postalContract>;
