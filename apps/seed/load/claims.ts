import sharp from 'sharp';
import { ContactsService } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { ClaimPapersService, ClaimsService } from '#libs/registry';
import { demoId } from '../demo-id.js';
import { applicants, artisan, officers, type CastApplicant } from '../world.js';
import { rib } from './exporters.js';
import { codeInLetter } from './letters.js';
import type { Loading } from './loading.js';

/** Artisans who ask for their own entries: one request waits for the chamber, one has come back for a better paper. */
export async function loadClaims(loading: Loading): Promise<string> {
  for (const applicant of applicants) await loading.once(`claim/${applicant.key}`, () => ask(loading, applicant));
  return `${applicants.length} requests for an entry`;
}

async function ask(loading: Loading, applicant: CastApplicant): Promise<void> {
  const { identifier, birthYear, region } = artisan(applicant.key);
  const who = await loading.as(applicant.email);
  const claims = loading.get(ClaimsService);
  const claimId = demoId('claim', applicant.key);
  let { state } = await claims.open(who, { id: claimId, identifier, birthYear: birthYear! });
  if (state === 'open') {
    await reachable(loading, who, applicant);
    await answer(loading, who, applicant, claimId);
    state = (await claims.submit(who, claimId)).state;
  }
  if (applicant.returned === null || state !== 'submitted') return;
  const officer = officers.find((one) => one.chamber === region)!;
  await claims.decide(await loading.as(officer.email), { claimId, verdict: 'return', reason: applicant.returned });
}

/** She proves that letters reach her, by the code of one. */
async function reachable(loading: Loading, who: Actor, { key, email }: CastApplicant): Promise<void> {
  const contacts = loading.get(ContactsService);
  if ((await contacts.of(who.accountId!)).emailConfirmed) return;
  // Not a demo id: a code holds for a quarter of an hour, and an interrupted load may go on much later.
  const id = demoId('contact', `${key}/${Date.now()}`);
  await contacts.ask(who, { id, kind: 'mail' });
  await contacts.confirm(who, { id, code: await codeInLetter(loading, email, '') });
}

async function answer(loading: Loading, who: Actor, { key }: CastApplicant, claimId: string): Promise<void> {
  const { street, city } = artisan(key);
  const accepted = ['terms', 'privacy'].map((item) => ({ item, accepted: true }));
  await loading.get(ClaimsService).answer(who, { claimId, answers: [...accepted, { item: 'address', text: `${street}, ${city}` }, { item: 'bank', text: rib(key) }] });
  for (const item of ['identity-card', 'professional-card']) {
    await loading.get(ClaimPapersService).add(who, { id: demoId('claim-paper', `${key}/${item}`), claimId, item }, await card(item === 'identity-card' ? '#8fb3a1' : '#c9a66b'));
  }
}

/** Nobody's card: a face without features and lines without words. */
function card(colour: string): Promise<Buffer> {
  const lines = [150, 200, 250, 300, 350].map((y, i) => `<rect x="330" y="${y}" width="${340 - 45 * i}" height="18" fill="#555"/>`).join('');
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="480"><rect width="760" height="480" rx="28" fill="${colour}"/><rect x="40" y="40" width="680" height="44" fill="#fff" opacity="0.6"/>
    <rect x="60" y="130" width="220" height="280" fill="#fff"/><circle cx="170" cy="230" r="60" fill="#999"/><path d="M80 410a90 100 0 0 1 180 0Z" fill="#999"/>${lines}</svg>`;
  return sharp(Buffer.from(drawn)).jpeg({ quality: 80 }).toBuffer();
}
