import { create } from 'xmlbuilder2';
import { toDecimal } from '#libs/kernel';

/** One batch for the bank, as it will stand in the file. */
export interface CreditTransfers {
  /** `PO-2026-000001`. */
  readonly number: string;
  /** Instant, ISO; the file says the same one each time it is drawn up. */
  readonly createdAt: string;
  /** Moroccan day on which the bank should move the money. */
  readonly executeOn: string;
  readonly debtor: { readonly name: string; readonly iban: string };
  readonly transfers: readonly CreditTransfer[];
}

export interface CreditTransfer {
  readonly payoutId: string;
  readonly name: string;
  readonly iban: string;
  readonly amountMinor: number;
  readonly remittance: string;
}

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/**
 * A customer credit transfer initiation, ISO 20022 pain.001.001.09: dirhams from one account of ours to each
 * beneficiary, one transfer each, with the number and sum of transfers stated twice as the standard asks.
 */
export function creditTransferXml(batch: CreditTransfers): string {
  const count = String(batch.transfers.length);
  const sum = dirhams(batch.transfers.reduce((total, t) => total + t.amountMinor, 0));
  return create({ version: '1.0', encoding: 'UTF-8' }, {
    Document: {
      '@xmlns': NAMESPACE,
      CstmrCdtTrfInitn: {
        GrpHdr: { MsgId: batch.number, CreDtTm: batch.createdAt, NbOfTxs: count, CtrlSum: sum, InitgPty: { Nm: bankText(batch.debtor.name, 70) } },
        PmtInf: {
          PmtInfId: batch.number,
          PmtMtd: 'TRF',
          BtchBookg: 'true',
          NbOfTxs: count,
          CtrlSum: sum,
          ReqdExctnDt: { Dt: batch.executeOn },
          Dbtr: { Nm: bankText(batch.debtor.name, 70) },
          DbtrAcct: { Id: { IBAN: batch.debtor.iban }, Ccy: 'MAD' },
          DbtrAgt: agent(batch.debtor.iban),
          ChrgBr: 'SLEV',
          CdtTrfTxInf: batch.transfers.map((transfer) => ({
            PmtId: { InstrId: endToEnd(transfer.payoutId), EndToEndId: endToEnd(transfer.payoutId) },
            Amt: { InstdAmt: { '@Ccy': 'MAD', '#': dirhams(transfer.amountMinor) } },
            CdtrAgt: agent(transfer.iban),
            Cdtr: { Nm: bankText(transfer.name, 70) },
            CdtrAcct: { Id: { IBAN: transfer.iban } },
            RmtInf: { Ustrd: bankText(transfer.remittance, 140) },
          })),
        },
      },
    },
  }).end({ prettyPrint: true });
}

/** The payout's id without hyphens: 32 of the 35 characters the standard gives. */
export function endToEnd(payoutId: string): string {
  return payoutId.replaceAll('-', '').toUpperCase();
}

function agent(iban: string): object {
  // The national bank code, the first three digits of the RIB, names the bank where no BIC is known.
  return { FinInstnId: { ClrSysMmbId: { MmbId: iban.slice(4, 7) } } };
}

function dirhams(amountMinor: number): string {
  return toDecimal({ amountMinor, currency: 'MAD' });
}

/** Banks take the basic Latin set only: accents go, other signs become spaces. */
export function bankText(text: string, max: number): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u02bc\u02be\u02bf]/g, '')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, max)
    .trim();
  return plain === '' ? 'NOT PROVIDED' : plain;
}
