import type { ReactNode } from 'react';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Tick } from '../../ui/form.js';
import type { MandateProposal } from './mutations.js';
import { ACTS, type AgentKind } from './queries.js';

export interface AgentOf {
  kind: AgentKind;
  id: string;
}

/** Asks to act for an artisan; she says yes by a code that comes to her. `children` says who she is. */
export function AskMandate({ agent, mandateId, refusal, children }: { agent: AgentOf; mandateId: string; refusal: Refusal | undefined; children: ReactNode }) {
  const { t } = useMessages();
  const again = refusal?.typed.scope === 'ask-mandate' ? refusal.typed : undefined;
  return (
    <FormBox refusal={refusal} scope="ask-mandate" className="grid gap-4">
      <input type="hidden" name="mandateId" value={again?.mandateId ?? mandateId} />
      <input type="hidden" name="agentKind" value={agent.kind} />
      <input type="hidden" name="agentId" value={agent.id} />
      {children}
      <fieldset>
        <legend className="font-medium">{t('mandate.acts')}</legend>
        <p className="text-sm text-muted">{t('mandate.acts.hint')}</p>
        {ACTS.map((act) => (
          <Tick key={act} name={`act-${act}`} label={t(`act.${act}`)} />
        ))}
      </fieldset>
      <Field name="validFrom" type="date" label={t('mandate.from')} hint={t('checklist.validFrom.hint')} dir="ltr" className="max-w-56" optional />
      <Field name="validUntil" type="date" label={t('mandate.until')} hint={t('mandate.until.hint')} dir="ltr" className="max-w-56" />
      <div>
        <Button intent="mandate-propose">{t('mandate.propose')}</Button>
      </div>
    </FormBox>
  );
}

/** What the form above says. */
export function proposalIn(form: FormData): MandateProposal {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  return {
    id: text('mandateId'),
    artisanId: text('artisanId'),
    agentKind: text('agentKind') === 'CHAMBER' ? 'CHAMBER' : 'CLUSTER',
    agentId: text('agentId'),
    acts: ACTS.filter((act) => form.has(`act-${act}`)),
    validFrom: text('validFrom') || null,
    validUntil: text('validUntil'),
  };
}
