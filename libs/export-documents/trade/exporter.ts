import { z } from 'zod';
import { lineOfText } from '#libs/kernel';
import { hasElectronicAddress } from '#libs/shipping';

const text = (max: number) => z.string().transform((value) => lineOfText(value, max)).nullish().transform((value) => value ?? null);

/** What an exporter's papers say of it beyond the register: given once, checked for form. */
export const exporterDetails = z.object({
  legalName: text(160),
  nameArabic: text(160),
  address: z.array(z.string().transform((value) => lineOfText(value, 120))).max(4).default([]),
  city: text(80),
  phone: z.string().regex(/^\+?[0-9 ().-]{6,24}$/).nullish().transform((value) => value ?? null),
  email: z.email().max(120).nullish().transform((value) => value ?? null),
  /** Identifiant commun de l'entreprise: fifteen digits. */
  ice: z.string().regex(/^\d{15}$/).nullish().transform((value) => value ?? null),
  tradeRegister: text(60),
  taxNumber: z.string().regex(/^\d{6,9}$/).nullish().transform((value) => value ?? null),
  signatory: text(120),
  capacity: text(80),
  /** Customs authorisation of an approved exporter. Its format is not public: free text. */
  approvedExporter: text(40),
  /** Number in the ministry's file of exporters of handicraft (fichier des exportateurs de produits de l'artisanat). Its format is not public. */
  exporterFile: text(40),
  /** EORI of who represents the exporter at import, when duty and tax are paid for the buyer: country, then up to fifteen letters and digits. */
  representativeEori: z.string().transform((value) => value.replace(/\s/g, '').toUpperCase()).refine((value) => /^[A-Z]{2}[A-Z0-9]{1,15}$/.test(value)).nullish().transform((value) => value ?? null),
  /** Name, postal and electronic address of the exporter's own responsible person in the Union; null leaves it to the house's. */
  responsiblePerson: text(300).refine((value) => value === null || hasElectronicAddress(value), {
    error: 'Give the name, the postal address and an e-mail address or web page, like “Maison Exemple SARL, 8 rue des Exemples, 75011 Paris, contact@maison.example”.',
    params: {
      fr: 'Indiquez le nom, l’adresse postale et une adresse électronique ou page web, comme « Maison Exemple SARL, 8 rue des Exemples, 75011 Paris, contact@maison.example ».',
      ar: 'اذكر الاسم والعنوان البريدي وبريداً إلكترونياً أو صفحة على الشبكة، مثل «Maison Exemple SARL, 8 rue des Exemples, 75011 Paris, contact@maison.example».',
    },
  }),
  /** Millimetres this exporter's printer is off to the right and downwards when it writes on an official form. */
  formShiftXMm: z.number().min(-20).max(20).nullish().transform((value) => value ?? 0),
  formShiftYMm: z.number().min(-20).max(20).nullish().transform((value) => value ?? 0),
});
export type ExporterDetails = z.output<typeof exporterDetails>;
export type ExporterDetailsInput = z.input<typeof exporterDetails>;

export const NO_DETAILS: ExporterDetails = exporterDetails.parse({});
