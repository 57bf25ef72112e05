import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import type { Passport } from './passport.js';
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
}

/** Checks a passport with nothing but the bundle: no network, no server of ours. */
export async function verifyPassport(bundle: PassportBundle, now: Date): Promise<PassportVerdict> {
  let opened: { credential: Passport; thumbprint: string };
  let list: StatusList | null = null;
  let withdrawn: boolean;
  try {
    opened = await open<Passport>(bundle.passport, bundle.didDocument);
    if (bundle.statusList) list = await openList(bundle.statusList, bundle.didDocument, opened.credential);
    withdrawn = list !== null && isSet(list.credentialSubject.encodedList, Number(opened.credential.credentialStatus.statusListIndex));
  } catch (error) {
    return { verdict: 'not_genuine', reason: (error as Error).message, passport: null, withdrawalsAsOf: null, keyThumbprint: null };
  }
  const { credential } = opened;
  const at = now.getTime();
  const verdict = withdrawn ? 'withdrawn' : at < Date.parse(credential.validFrom) ? 'not_yet_valid' : at > Date.parse(credential.validUntil) ? 'expired' : 'valid';
  return { verdict, reason: null, passport: credential, withdrawalsAsOf: list?.validFrom ?? null, keyThumbprint: opened.thumbprint };
}

interface StatusList {
  readonly id: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly credentialSubject: { readonly encodedList: string };
}

async function openList(jwt: string, did: DidDocument, passport: Passport): Promise<StatusList> {
  const { credential } = await open<StatusList>(jwt, did);
  if (credential.id !== passport.credentialStatus.statusListCredential) throw new Error('the list of withdrawals is another one');
  return credential;
}

async function open<T extends { readonly issuer: string }>(jwt: string, did: DidDocument): Promise<{ credential: T; thumbprint: string }> {
  const header = decodeProtectedHeader(jwt);
  if (header.typ !== 'vc+jwt') throw new Error('this is not a credential');
  const method = did.verificationMethod.find((one) => one.id === header.kid);
  if (!method || !did.assertionMethod.includes(method.id)) throw new Error('the key that signed is not one of the issuer');
  // Only the algorithm we sign with: a header must not choose how it is checked.
  const { payload } = await compactVerify(jwt, await importJWK(method.publicKeyJwk, 'ES256'), { algorithms: ['ES256'] });
  const credential = JSON.parse(new TextDecoder().decode(payload)) as T;
  if (credential.issuer !== did.id || !method.id.startsWith(`${did.id}#`)) throw new Error('the issuer is not the owner of the key');
  return { credential, thumbprint: await calculateJwkThumbprint(method.publicKeyJwk) };
}
