import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { Checklist, seenBox, seenIn } from '../../features/inspection/checklist.js';
import { Examinations } from '../../features/inspection/examinations.js';
import { InspectionPill } from '../../features/inspection/inspection-pill.js';
import { appointMutation, checklistQuery, inspectionQuery, issueMutation, recordMutation, refuseMutation, returnMutation } from '../../features/inspection/queries.js';
import { markOf, Verdict } from '../../features/inspection/verdict.js';
import { useMessages } from '../../i18n/messages.js';
import { Day, Instant } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Field, FormBox } from '../../ui/form.js';
import { Facts, Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const { inspection, inspectionVariants } = await ask(asked, inspectionQuery, { id: asked.params.id ?? '' });
  const { productType, variant, centreId } = inspection;
  const { checklist, marks } = await ask(asked, checklistQuery, { productType, variant, centreId });
  const named = inspectionVariants.find((one) => one.productType === productType && one.code === variant) ?? null;
  return { inspection, named, checklist, marks, certificateId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const inspectionId = asked.params.id ?? '';
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const or = (name: string): string | null => text(name) || null;
  const verdict = { input: { inspectionId, reason: text('reason') } };
  const seen = seenIn(form);
  const writes = {
    appoint: () => attempt(asked, appointMutation, { input: { inspectionId, at: moroccanInstant(text('at')) } }),
    record: () => attempt(asked, recordMutation, { input: { id: randomUUID(), inspectionId, place: or('place'), note: or('note'), seen } }, seenBox(seen)),
    issue: async () => {
      const { inspection } = await ask(asked, inspectionQuery, { id: inspectionId });
      const { marks } = await ask(asked, checklistQuery, { productType: inspection.productType, variant: inspection.variant, centreId: inspection.centreId });
      return attempt(asked, issueMutation, { input: { id: text('certificateId'), inspectionId, ...markOf(marks, text('schemeName')), labelNumber: or('labelNumber'), validUntil: or('validUntil') } });
    },
    return: () => attempt(asked, returnMutation, verdict),
    refuse: () => attempt(asked, refuseMutation, verdict),
  };
  const done: Readonly<Record<string, string>> = { issue: 'certified', return: 'returned', refuse: 'refused' };
  const after = done[text('intent')];
  return press(asked, form, writes, after === undefined ? `inspection/${inspectionId}?done=saved` : `inspection?done=${after}`);
}

/** A date box has no zone; an appointment is at Morocco's hour, one hour ahead of UTC all year but in Ramadan. */
function moroccanInstant(local: string): string {
  return local === '' ? '' : `${local}:00+01:00`;
}

export default function InspectionDesk() {
  const { inspection, named, checklist, marks, certificateId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const { state } = inspection;
  const open = state === 'REQUESTED' || state === 'APPOINTED' || state === 'EXAMINED';
  return (
    <Page title={<span dir="auto">{inspection.description}</span>} width="text">
      <title>{text('inspection.title')}</title>
      <Done words={['saved']} refused={refusal !== undefined} />
      <InspectionPill state={state} />
      <Facts
        rows={[
          [t('inspection.kind'), named?.[lang] ?? inspection.variant],
          [t('inspection.requested'), <Day key="r" iso={inspection.requestedAt} />],
          inspection.appointedFor !== null && [t('inspection.visit'), <Instant key="a" iso={inspection.appointedFor} />],
          inspection.lotSize !== null && [t('inspection.lot'), inspection.lotSize],
          inspection.decisionReason !== null && [t('inspection.decision'), <span key="d" dir="auto">{inspection.decisionReason}</span>],
        ]}
      />
      {(state === 'REQUESTED' || state === 'APPOINTED') && (
        <Section title={t(state === 'REQUESTED' ? 'inspection.appoint' : 'inspection.move')}>
          <FormBox refusal={refusal} scope="appoint" className="grid gap-4">
            <Field name="at" type="datetime-local" label={t('inspection.when')} />
            <div>
              <Button intent="appoint">{t('inspection.appoint.save')}</Button>
            </div>
          </FormBox>
        </Section>
      )}
      {inspection.examinations.length > 0 && (
        <Section title={t('inspection.examinations')}>
          <Examinations examinations={inspection.examinations} rules={checklist} />
        </Section>
      )}
      {state === 'EXAMINED' && (
        <Section title={t('verdict.title')}>
          <Verdict certificateId={certificateId} marks={marks} refusal={refusal} />
        </Section>
      )}
      {open && (
        <Section title={t('record.title')}>
          <Checklist rules={checklist} refusal={refusal} />
        </Section>
      )}
    </Page>
  );
}
