import type { ReactNode } from 'react';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount, Day, Instant } from '../../ui/amount.js';
import { Pill, type Tone } from '../../ui/pill.js';
import type { Complaint } from './queries.js';
import { SayOf } from './say-of.js';

const TONES: Readonly<Record<string, Tone>> = { refunded: 'done', accepted: 'done', closed: 'plain', withdrawn: 'plain', refused: 'wrong' };

/** One complaint: what is asked, what is shown, what each side said, and what its reader may say now. */
export function ComplaintCard({ complaint, refusal, photographKey, children }: { complaint: Complaint; refusal: Refusal | undefined; photographKey?: string; children?: ReactNode }) {
  const { t, text } = useMessages();
  const { id, title, quantity, kind, state, asked, amount, goods, dueAt, creditNote, refundedGoods, photographIds, steps, verbs } = complaint;
  const key = photographKey === undefined ? '' : `?key=${encodeURIComponent(photographKey)}`;
  return (
    <article id={`complaint-${id}`} className="mb-8 border-s-4 border-line ps-4">
      <h3 className="flex flex-wrap items-center gap-3 text-lg">
        <span dir="auto">
          {title} <span className="tabular-nums">× {quantity}</span>
        </span>
        <Pill tone={TONES[state] ?? 'waiting'}>{t(`complaint.state.${state}`)}</Pill>
      </h3>
      <p>
        {t(`complaint.kind.${kind}`)} · {amount === null ? t('complaint.asked', { asked: <Amount money={asked} cents="always" /> }) : t('complaint.amount', { amount: <Amount money={amount} cents="always" />, asked: <Amount money={asked} cents="always" /> })}
        {goods !== null && <> · {t(`complaint.goods.${goods}`)}</>}
      </p>
      {dueAt !== null && <p className="text-sm text-muted">{t(`complaint.due.${state}`, { day: <Day iso={dueAt} /> })}</p>}
      {photographIds.length > 0 && (
        <ul className="my-3 flex flex-wrap gap-2">
          {photographIds.map((photograph, at) => (
            <li key={photograph}>
              <a href={`/complaints/photographs/${photograph}.jpg${key}`}>
                <img src={`/complaints/photographs/${photograph}.jpg${key}`} alt={text('complaint.photograph', { number: at + 1 })} className="size-24 border border-line object-cover" loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      )}
      <ol className="my-3 grid gap-2">
        {steps.map((step, at) => (
          <li key={at}>
            <p>
              <strong className="font-medium">{t(`complaint.side.${step.side}`)}</strong> {step.amount === null || step.verb === 'open' ? t(`complaint.did.${step.verb}`) : t('complaint.didAmount', { did: t(`complaint.did.${step.verb}`), amount: <Amount money={step.amount} cents="always" /> })}{' '}
              <span className="text-sm text-muted">
                <Instant iso={step.at} />
              </span>
            </p>
            {step.words !== null && (
              <p className="whitespace-pre-line bg-plaster p-2" dir="auto">
                {step.words}
              </p>
            )}
          </li>
        ))}
      </ol>
      {creditNote !== null && amount !== null && refundedGoods !== null && (
        <p className="border-s-4 border-mint-ink bg-mint-soft p-3 text-mint-ink">
          {t('complaint.credit', { number: creditNote, goods: <Amount money={refundedGoods} cents="always" />, rest: <Amount money={{ amountMinor: amount.amountMinor - refundedGoods.amountMinor, currency: amount.currency }} cents="always" /> })}
        </p>
      )}
      {children}
      {verbs.map((verb) => (
        <SayOf key={verb} verb={verb} complaint={complaint} refusal={refusal} />
      ))}
    </article>
  );
}
