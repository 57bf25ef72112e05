import { carpetStamps } from './carpet-stamps.js';
import { ceramicsDeclaration } from './ceramics-declaration.js';
import { airWaybill } from './carriage/air-waybill.js';
import { billOfLading } from './carriage/bill-of-lading.js';
import { cmr } from './carriage/cmr.js';
import { cn22 } from './carriage/cn22.js';
import { cn23 } from './carriage/cn23.js';
import { woodPackaging } from './carriage/wood-packaging.js';
import { commercialInvoice } from './commercial-invoice.js';
import { dumData } from './dum-data.js';
import { exchangeCommitment } from './exchange-commitment.js';
import { fibreLabel } from './fibre-label.js';
import { gpsrData } from './gpsr-data.js';
import { arabCertificate } from './origin/arab-certificate.js';
import { eur1Data, eur1Form } from './origin/eur1.js';
import { eurMedData, eurMedForm } from './origin/eur-med.js';
import { formAData } from './origin/form-a.js';
import { packingList } from './packing-list.js';
import type { AnyPaper, PaperKind } from './paper.js';
import { piecePassports } from './piece-passports.js';
import { proFormaPaper } from './pro-forma.js';
import { shippingInstructions } from './shipping-instructions.js';
import { usOriginDeclaration } from './us-origin-declaration.js';

export const PAPERS: Readonly<Record<PaperKind, AnyPaper>> = {
  pro_forma: proFormaPaper,
  commercial_invoice: commercialInvoice,
  packing_list: packingList,
  us_origin_declaration: usOriginDeclaration,
  eur1_data: eur1Data,
  eur1_form: eur1Form,
  eur_med_data: eurMedData,
  eur_med_form: eurMedForm,
  arab_certificate: arabCertificate,
  form_a_data: formAData,
  cn22,
  cn23,
  dum_data: dumData,
  exchange_commitment: exchangeCommitment,
  shipping_instructions: shippingInstructions,
  air_waybill_draft: airWaybill,
  cmr_draft: cmr,
  bill_of_lading_draft: billOfLading,
  wood_packaging: woodPackaging,
  fibre_label: fibreLabel,
  gpsr_data: gpsrData,
  ceramics_declaration: ceramicsDeclaration,
  carpet_stamps: carpetStamps,
  piece_passports: piecePassports,
};

export { PAPER_KINDS, type AnyPaper, type Issue, type PaperKind, type References } from './paper.js';
