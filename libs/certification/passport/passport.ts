import { endOfDay, scopeOf, startOfDay, type Certificate, type CertifiedFact, type Scope } from '../certificate/certificate.js';
import type { PieceName } from '../inspection/inspection.js';
import { LIST_BITS } from './status-list.js';

/** The maker, as the public may know her. */
export interface PassportMaker {
  readonly id: string;
  readonly nameLatin: string | null;
  readonly nameArabic: string | null;
  readonly category: string;
  readonly regionCode: string;
  readonly provinceCode: string;
}

/** The export file of an order that the piece left with: its invoice's number, and a checksum over its papers. */
export interface ExportedFile {
  readonly number: string;
  readonly version: number;
  readonly sha256: string;
}

/** One signing of a passport. */
export interface PassportEdition {
  readonly number: number;
  readonly refreshIndex: number;
  readonly files: readonly ExportedFile[];
}

/** One bit of a list (W3C Bitstring Status List v1.0, 2025). `refresh` says that a newer edition stands; it takes nothing back. */
export interface StatusEntry {
  readonly id: string;
  readonly type: 'BitstringStatusListEntry';
  readonly statusPurpose: 'revocation' | 'refresh';
  readonly statusListIndex: string;
  readonly statusListCredential: string;
}

/** A W3C Verifiable Credential (Data Model 2.0, 15 May 2025) about one piece, a lot, a maker's work of one type, or her workshop. */
export interface Passport {
  readonly '@context': readonly string[];
  readonly type: readonly string[];
  readonly id: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: (typeof SUBJECTS)[Scope];
    readonly name: string;
    /** The same in each language there is a name in. */
    readonly names?: PieceName;
    readonly productType: string;
    readonly lotSize?: number;
    readonly countryOfOrigin: 'MA';
    readonly maker: PassportMaker;
    readonly certificate: { readonly number: string; readonly scheme: string; readonly schemeName?: string; readonly schemeLevel?: number; readonly label?: string; readonly grade?: string; readonly foodContact: boolean };
    readonly materials?: string;
    readonly madeFrom?: string;
    readonly madeUntil?: string;
    readonly inspectedBy: { readonly centre: string; readonly inspector: string; readonly on?: string; readonly place?: string };
    readonly facts: readonly CertifiedFact[];
    readonly exportFiles?: readonly ExportedFile[];
  };
  /** One entry in passports from before there were editions. */
  readonly credentialStatus: StatusEntry | readonly StatusEntry[];
  /** Where a newer edition is, once the list of updates says that there is one (Bitstring Status List v1.0, purpose `refresh`). */
  readonly refreshService?: { readonly id: string; readonly type: 'PassportRefresh' };
}

export const PASSPORT = 'PiecePassport';
export const STATUS_LIST = 'BitstringStatusListCredential';

const SUBJECTS = { piece: 'HandmadePiece', lot: 'HandmadeLot', type: 'HandmadeProductType', workshop: 'HandmadeWorkshop' } as const satisfies Record<Scope, string>;

/** The second context gives our own words a meaning, as the standard asks of words it does not know. */
export const CONTEXTS = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/undefined-terms/v2'] as const;

/** `did:web` of the house: the port's colon is percent-encoded (did:web method specification §2.5). */
export function didOf(publicUrl: string): string {
  return `did:web:${encodeURIComponent(new URL(publicUrl).host)}`;
}

const LISTS = { revocation: 'status', refresh: 'updates' } as const;

export function statusListUrl(publicUrl: string, purpose: StatusEntry['statusPurpose'], list: number): string {
  return new URL(`/passports/${LISTS[purpose]}/${list}`, publicUrl).href;
}

function entryOf(publicUrl: string, purpose: StatusEntry['statusPurpose'], place: number): StatusEntry {
  const list = statusListUrl(publicUrl, purpose, Math.floor(place / LIST_BITS));
  const index = String(place % LIST_BITS);
  return { id: `${list}#${index}`, type: 'BitstringStatusListEntry', statusPurpose: purpose, statusListIndex: index, statusListCredential: list };
}

/** The entries of a passport, whichever way it was written. */
export function entriesOf({ credentialStatus }: Pick<Passport, 'credentialStatus'>): readonly StatusEntry[] {
  return [credentialStatus].flat().filter((entry) => entry !== undefined && entry !== null);
}

export function passportOf(certificate: Certificate & { statusIndex: number }, edition: PassportEdition | null, maker: PassportMaker, centre: string, publicUrl: string): Passport {
  const { pieceId, lotSize } = certificate;
  const revocation = entryOf(publicUrl, 'revocation', certificate.statusIndex);
  return {
    '@context': CONTEXTS,
    type: ['VerifiableCredential', PASSPORT],
    // Another edition is another credential.
    id: edition === null || edition.number === 1 ? `urn:uuid:${certificate.id}` : new URL(`/passports/${certificate.number}/editions/${edition.number}`, publicUrl).href,
    issuer: didOf(publicUrl),
    // From midnight to midnight in Morocco, as the house itself counts.
    validFrom: instant(startOfDay(certificate.validFrom)),
    validUntil: instant(new Date(endOfDay(certificate.validUntil).getTime() - 1000)),
    credentialSubject: {
      id: `urn:uuid:${pieceId ?? certificate.id}`,
      type: SUBJECTS[scopeOf(certificate)],
      name: certificate.description,
      ...(certificate.name === null ? {} : { names: certificate.name }),
      productType: certificate.productType,
      ...(lotSize === null ? {} : { lotSize }),
      countryOfOrigin: 'MA',
      maker: { id: `urn:uuid:${maker.id}`, nameLatin: maker.nameLatin, nameArabic: maker.nameArabic, category: maker.category, regionCode: maker.regionCode, provinceCode: maker.provinceCode },
      certificate: stated(certificate),
      ...said({ materials: certificate.materials, madeFrom: certificate.madeFrom, madeUntil: certificate.madeUntil }),
      inspectedBy: { centre, inspector: certificate.inspectorName, ...said({ on: certificate.inspectedOn, place: certificate.inspectedAt }) },
      facts: certificate.facts,
      ...(edition && edition.files.length > 0 ? { exportFiles: edition.files } : {}),
    },
    credentialStatus: edition === null ? revocation : [revocation, entryOf(publicUrl, 'refresh', edition.refreshIndex)],
    ...(edition === null ? {} : { refreshService: { id: new URL(`/passports/${certificate.number}`, publicUrl).href, type: 'PassportRefresh' } }),
  };
}

function instant(at: Date): string {
  return at.toISOString().replace('.000Z', 'Z');
}

/** Only what somebody said: an empty line in a signed document says nothing. */
function said<K extends string>(values: Record<K, string | null>): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Partial<Record<K, string>>;
}

function stated(c: Certificate): Passport['credentialSubject']['certificate'] {
  return {
    number: c.number,
    scheme: c.scheme,
    ...(c.schemeName === null ? {} : { schemeName: c.schemeName }),
    ...(c.schemeLevel === null ? {} : { schemeLevel: c.schemeLevel }),
    ...(c.labelNumber === null ? {} : { label: c.labelNumber }),
    ...(c.grade === null ? {} : { grade: c.grade }),
    foodContact: c.foodContact,
  };
}

/** The list itself is a credential of the same issuer. */
export function statusListCredential(publicUrl: string, purpose: StatusEntry['statusPurpose'], list: number, encodedList: string, at: Date): object {
  const url = statusListUrl(publicUrl, purpose, list);
  return {
    '@context': [CONTEXTS[0]],
    id: url,
    type: ['VerifiableCredential', STATUS_LIST],
    issuer: didOf(publicUrl),
    validFrom: at.toISOString(),
    credentialSubject: { id: `${url}#list`, type: 'BitstringStatusList', statusPurpose: purpose, encodedList },
  };
}
