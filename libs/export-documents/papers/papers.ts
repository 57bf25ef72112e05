import { carpetStamps } from './carpet-stamps.js';
import { ceramicsDeclaration } from './ceramics-declaration.js';
import { cn23 } from './cn23.js';
import { commercialInvoice } from './commercial-invoice.js';
import { dumData } from './dum-data.js';
import { eur1Data } from './eur1-data.js';
import { exchangeCommitment } from './exchange-commitment.js';
import { fibreLabel } from './fibre-label.js';
import { gpsrData } from './gpsr-data.js';
import { packingList } from './packing-list.js';
import type { AnyPaper, PaperKind } from './paper.js';
import { proFormaPaper } from './pro-forma.js';
import { shippingInstructions } from './shipping-instructions.js';
import { usOriginDeclaration } from './us-origin-declaration.js';

export const PAPERS: Readonly<Record<PaperKind, AnyPaper>> = {
  pro_forma: proFormaPaper,
  commercial_invoice: commercialInvoice,
  packing_list: packingList,
  us_origin_declaration: usOriginDeclaration,
  eur1_data: eur1Data,
  cn23,
  dum_data: dumData,
  exchange_commitment: exchangeCommitment,
  shipping_instructions: shippingInstructions,
  fibre_label: fibreLabel,
  gpsr_data: gpsrData,
  ceramics_declaration: ceramicsDeclaration,
  carpet_stamps: carpetStamps,
};

export { PAPER_KINDS, type AnyPaper, type Issue, type PaperKind, type References } from './paper.js';
