import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { entriesOf, PASSPORT, STATUS_LIST, type Passport, type StatusEntry } from './passport.js';
import { isSet } from './status-list.js';

export interface DidDocument {
  readonly id: string;
  readonly verificationMethod: readonly { readonly id: string; readonly publicKeyJwk: JWK }[];
  readonly assertionMethod: readonly string[];
}

/** Everything a check needs, in one file that can be kept for years. */
export interface PassportBundle {
  readonly passport: string;
  readonly didDocument: DidDocument;
  readonly statusList?: string | null;
  /** The list of editions that a newer one followed. */
  readonly updatesList?: string | null;
}

export interface PassportVerdict {
  readonly verdict: 'valid' | 'expired' | 'not_yet_valid' | 'withdrawn' | 'not_genuine';
  /** Why it is not genuine. */
  readonly reason: string | null;
  readonly passport: Passport | null;
  /** When the list of withdrawals was drawn up; null when there was none to look at. */
  readonly withdrawalsAsOf: string | null;
  /** RFC 7638 thumbprint of the key that signed, to compare with the one the house publishes. */
  readonly keyThumbprint: string | null;
  /** A newer edition stands. This one is as genuine as it was. */
  readonly superseded: boolean;
}

/** Checks a passport with nothing but the bundle: no network, no server of ours. */
export async function verifyPassport(bundle: PassportBundle, now: Date): Promise<PassportVerdict> {
  let opened: { credential: Passport; thumbprint: string };
  let list: StatusList | null;
  let withdrawn: boolean;
  let superseded: boolean;
  try {
    opened = await open<Passport>(bundle.passport, bundle.didDocument, PASSPORT);
    const bit = (of: StatusList | null, purpose: StatusEntry['statusPurpose']): boolean => of !== null && isSet(of.credentialSubject.encodedList, placeIn(opened.credential, purpose));
    list = await openList(bundle.statusList, bundle.didDocument, opened.credential, 'revocation');
    withdrawn = bit(list, 'revocation');
    superseded = bit(await openList(bundle.updatesList, bundle.didDocument, opened.credential, 'refresh'), 'refresh');
  } catch (error) {
    return { verdict: 'not_genuine', reason: (error as Error).message, passport: null, withdrawalsAsOf: null, keyThumbprint: null, superseded: false };
  }
  const { credential } = opened;
  const at = now.getTime();
  const verdict = withdrawn ? 'withdrawn' : !(at >= Date.parse(credential.validFrom)) ? 'not_yet_valid' : !(at <= Date.parse(credential.validUntil)) ? 'expired' : 'valid';
  return { verdict, reason: null, passport: credential, withdrawalsAsOf: list?.validFrom ?? null, keyThumbprint: opened.thumbprint, superseded };
}

function placeIn(passport: Passport, purpose: StatusEntry['statusPurpose']): number {
  const entry = entriesOf(passport).find((one) => one.statusPurpose === purpose);
  if (!entry || !/^\d{1,15}$/.test(entry.statusListIndex)) throw new Error(`the passport has no place in the list of ${purpose}`);
  return Number(entry.statusListIndex);
}

interface StatusList {
  readonly id: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly credentialSubject: { readonly encodedList: string; readonly statusPurpose: string };
}

async function openList(jwt: string | null | undefined, did: DidDocument, passport: Passport, purpose: StatusEntry['statusPurpose']): Promise<StatusList | null> {
  const entry = entriesOf(passport).find((one) => one.statusPurpose === purpose);
  if (!jwt || !entry) return null;
  const { credential } = await open<StatusList>(jwt, did, STATUS_LIST);
  if (credential.id !== entry.statusListCredential || credential.credentialSubject.statusPurpose !== purpose) throw new Error(`the list of ${purpose} is another one`);
  return credential;
}

async function open<T extends { readonly issuer: string; readonly type?: readonly string[] }>(jwt: unknown, did: DidDocument, type: string): Promise<{ credential: T; thumbprint: string }> {
  if (typeof jwt !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]*$/.test(jwt)) throw new Error('the file holds no passport');
  if (!Array.isArray(did?.verificationMethod) || !Array.isArray(did.assertionMethod)) throw new Error('the file holds no keys of an issuer');
  const header = decodeProtectedHeader(jwt);
  if (header.typ !== 'vc+jwt') throw new Error('this is not a credential');
  const method = did.verificationMethod.find((one) => one.id === header.kid);
  if (!method || !did.assertionMethod.includes(method.id)) throw new Error('the key that signed is not one of the issuer');
  // Only the algorithm we sign with: a header must not choose how it is checked.
  const { payload } = await compactVerify(jwt, await importJWK(method.publicKeyJwk, 'ES256'), { algorithms: ['ES256'] });
  const credential = JSON.parse(new TextDecoder().decode(payload)) as T;
  if (credential.issuer !== did.id || !method.id.startsWith(`${did.id}#`)) throw new Error('the issuer is not the owner of the key');
  if (!credential.type?.includes(type)) throw new Error(`this is no ${type}`);
  return { credential, thumbprint: await calculateJwkThumbprint(method.publicKeyJwk) };
}
