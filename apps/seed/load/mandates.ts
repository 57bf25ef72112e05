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

const ofChamber = (id: string): CastMandate['agent'] => ({ kind: 'chamber', id, email: officers.find((one) => one.chamber === id)!.email });
const tifawin = clusters.find((one) => one.key === 'tifawin')!;
const ofTifawin = { kind: 'cluster', id: clusterId(tifawin.key), email: tifawin.agent.email } as const;

const MANDATES: readonly CastMandate[] = [
  { maker: 'zahra', agent: ofChamber('MA-05'), acts: ['inspection.request', 'inspection.follow', 'listing.save', 'price'], given: true },
  { maker: 'driss', agent: ofChamber('MA-03'), acts: ['listing.save', 'price'], given: true },
  { maker: 'abdellatif', agent: ofChamber('MA-03'), acts: ['listing.list', 'listing.withdraw', 'payout'], given: false },
  { maker: 'itto', agent: ofTifawin, acts: ['listing.save', 'listing.list', 'listing.withdraw'], given: true },
  { maker: 'aicha', agent: ofTifawin, acts: ['listing.save', 'price', 'payout'], given: false },
];
const PRICES = [
  { piece: 'boujaad-red', chamber: 'MA-05', price: '4600' },
  { piece: 'fes-bowl', chamber: 'MA-03', price: '165' },
];
const DAYS = 180;

/** Agents who may act for makers, one who still waits for a yes, and prices that wait for their makers'. */
export async function loadMandates(loading: Loading, register: ReadonlyMap<string, string>): Promise<string> {
  for (const mandate of MANDATES) await loading.once(`mandate/${mandate.maker}`, () => give(loading, register.get(mandate.maker)!, mandate));
  for (const { piece, chamber, price } of PRICES) {
    await loading.once(`proposal/${piece}`, async () => {
      await loading.get(PriceProposalsService).propose(await loading.as(ofChamber(chamber).email), { id: demoId('proposal', piece), productId: pieceId(piece), price });
    });
  }
  return `${MANDATES.length} mandates, ${PRICES.length} prices that wait for a yes`;
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
