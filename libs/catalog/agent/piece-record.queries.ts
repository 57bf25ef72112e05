import type { Tx } from '#libs/platform';

/** Who stood behind an act besides the one who did it. */
export interface Behalf {
  readonly agentName: string;
  readonly mandateId: string;
  readonly consentId?: string;
}

export interface RecordEntry {
  readonly act: 'price' | 'save' | 'list' | 'withdraw';
  readonly actorName: string;
  readonly behalf?: Behalf;
  readonly fromMinor?: number | null;
  readonly toMinor?: number | null;
}

/** Adds a line to the record of a piece; nothing takes one away. */
export async function record(tx: Tx, productId: string, { act, actorName, behalf, fromMinor = null, toMinor = null }: RecordEntry): Promise<void> {
  await tx.query(
    `insert into catalog.piece_record (product_id, at, act, account_id, actor_name, agent_name, mandate_id, consent_id, from_minor, to_minor) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
    [productId, tx.now, act, tx.actor.accountId, actorName, behalf?.agentName ?? null, behalf?.mandateId ?? null, behalf?.consentId ?? null, fromMinor, toMinor],
  );
}
