import { PriceProposalsService } from '#libs/catalog';
import { moroccanDay, type Actor } from '#libs/kernel';
import { MandatesService, type MandateAct } from '#libs/registry';
import { demoId } from '../demo-id.js';
import { artisan, clusters, officers } from '../world.js';
import { codeInLetter } from './letters.js';
import type { Loading } from './loading.js';
import { clusterId } from './people.js';
import { pieceId } from './pieces.js';

interface CastMandate {
  readonly maker: string;
  readonly agent: { readonly kind: 'chamber' | 'cluster'; readonly id: string; readonly email: string };
  readonly acts: readonly MandateAct[];
  /** Whether she has said yes with her code. */
  readonly given: boolean;
}

const chamber = officers.find((one) => one.chamber === 'MA-05')!;
const tifawin = clusters.find((one) => one.key === 'tifawin')!;
const ofChamber = { kind: 'chamber', id: chamber.chamber, email: chamber.email } as const;
const ofTifawin = { kind: 'cluster', id: clusterId(tifawin.key), email: tifawin.agent.email } as const;

const MANDATES: readonly CastMandate[] = [
  { maker: 'zahra', agent: ofChamber, acts: ['inspection.request', 'inspection.follow', 'listing.save', 'price'], given: true },
  { maker: 'itto', agent: ofTifawin, acts: ['listing.save', 'listing.list', 'listing.withdraw'], given: true },
  { maker: 'aicha', agent: ofTifawin, acts: ['listing.save', 'price', 'payout'], given: false },
];
const DAYS = 180;

/** Agents who may act for makers, one who still waits for a yes, and a price that waits for its maker's. */
export async function loadMandates(loading: Loading, register: ReadonlyMap<string, string>): Promise<string> {
  for (const mandate of MANDATES) await loading.once(`mandate/${mandate.maker}`, () => give(loading, register.get(mandate.maker)!, mandate));
  await loading.once('proposal/boujaad-red', async () => {
    await loading.get(PriceProposalsService).propose(await loading.as(ofChamber.email), { id: demoId('proposal', 'boujaad-red'), productId: pieceId('boujaad-red'), price: '4600' });
  });
  return `${MANDATES.length} mandates, a price that waits for a yes`;
}

async function give(loading: Loading, artisanId: string, { maker, agent, acts, given }: CastMandate): Promise<void> {
  const mandates = loading.get(MandatesService);
  const speaker: Actor = await loading.as(agent.email);
  const { email } = artisan(maker);
  const mandateId = demoId('mandate', maker);
  const validUntil = moroccanDay(new Date(Date.now() + DAYS * 86_400_000));
  const { state } = await mandates.propose(speaker, { id: mandateId, artisanId, agentKind: agent.kind, agentId: agent.id, acts: [...acts], validUntil });
  if (given && state === 'proposed') await mandates.confirm(await loading.as(email!), { mandateId, code: await codeInLetter(loading, email!, speaker.name) });
}
