import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press, type FieldProblem } from '../../ask.server.js';
import { About } from '../../features/inspection/about.js';
import { Checklist } from '../../features/inspection/checklist.js';
import { Examinations } from '../../features/inspection/examinations.js';
import { InspectionPill } from '../../features/inspection/inspection-pill.js';
import { Photographs } from '../../features/inspection/photographs.js';
import { appointMutation, checklistQuery, inspectionQuery, issueMutation, recordMutation, refuseMutation, returnMutation } from '../../features/inspection/queries.js';
import { seenBox, seenIn, unreadIn } from '../../features/inspection/seen.js';
import { markOf, Verdict } from '../../features/inspection/verdict.js';
import { myCentres } from '../../features/training/desk.server.js';
import { unreadProblems } from '../../figures.server.js';
import { moroccanInstant } from '../../format.js';
import { langOf } from '../../i18n/languages.js';
import { messagesIn, useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Field, FormBox, RefusedElsewhere } from '../../ui/form.js';
import { Page, Section } from '../../ui/page.js';
import { fileIn, sendFile } from '../../upload.server.js';

export async function loader(asked: LoaderFunctionArgs) {
  const [{ inspection, inspectionVariants, regions }, { own }] = await Promise.all([ask(asked, inspectionQuery, { id: asked.params.id ?? '' }), myCentres(asked)]);
  const { productType, variant, centreId } = inspection;
  const { checklist, marks } = await ask(asked, checklistQuery, { productType, variant, centreId });
  const named = inspectionVariants.find((one) => one.productType === productType && one.code === variant) ?? null;
  const region = regions.find(({ code }) => code === inspection.maker.regionCode) ?? null;
  return { inspection, named, region, decides: own.some(({ id }) => id === centreId), checklist, marks, certificateId: randomUUID(), lookId: randomUUID(), photographId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const inspectionId = asked.params.id ?? '';
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const or = (name: string): string | null => text(name) || null;
  const verdict = { input: { inspectionId, reason: text('reason') } };
  const seen = seenIn(form);
  const unread = unreadProblems(asked, unreadIn(seen));
  const writes = {
    appoint: () => attempt(asked, appointMutation, { input: { inspectionId, at: moroccanInstant(text('at')) } }),
    record: async () => (unread.length > 0 ? { problems: unread } : attempt(asked, recordMutation, { input: { id: text('lookId'), inspectionId, place: or('place'), note: or('note'), seen } }, seenBox(seen))),
    issue: async () => {
      const { inspection } = await ask(asked, inspectionQuery, { id: inspectionId });
      const { marks } = await ask(asked, checklistQuery, { productType: inspection.productType, variant: inspection.variant, centreId: inspection.centreId });
      return attempt(asked, issueMutation, { input: { id: text('certificateId'), inspectionId, examinationId: or('examinationId'), ...markOf(marks, text('schemeName')), labelNumber: or('labelNumber'), validUntil: or('validUntil') } });
    },
    photograph: () => photograph(asked, inspectionId, text('photographId'), form),
    return: () => attempt(asked, returnMutation, verdict),
    refuse: () => attempt(asked, refuseMutation, verdict),
  };
  const done: Readonly<Record<string, string>> = { issue: 'certified', return: 'returned', refuse: 'refused' };
  const after = done[text('intent')];
  const here = text('intent') === 'photograph' ? 'photograph-kept' : 'saved';
  return press(asked, form, writes, after === undefined ? `inspection/${inspectionId}?done=${here}` : `inspection?done=${after}`);
}

async function photograph(asked: LoaderFunctionArgs, inspectionId: string, id: string, form: FormData): Promise<{ done: true } | { problems: FieldProblem[] }> {
  const file = fileIn(form, 'photograph');
  if (file !== null) return sendFile(asked, `/uploads/inspection-photographs?${new URLSearchParams({ inspectionId, id })}`, 'photograph', file);
  return { problems: [{ field: 'photograph', code: 'INPUT_INVALID', message: messagesIn(langOf(asked.params)).text('photograph.absent') }] };
}

export default function InspectionDesk() {
  const { inspection, named, region, decides, checklist, marks, certificateId, lookId, photographId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const { state } = inspection;
  const open = state === 'REQUESTED' || state === 'APPOINTED' || state === 'EXAMINED';
  return (
    <Page title={<span dir="auto">{inspection.name?.[lang] ?? inspection.description}</span>} width="text">
      <title>{text('inspection.title')}</title>
      <Done words={['saved', 'photograph-kept']} refused={refusal !== undefined} />
      <RefusedElsewhere refusal={refusal} shown={open} />
      <InspectionPill state={state} />
      <About inspection={inspection} named={named} region={region} />
      {!decides && <p className="mt-4 border-s-4 border-saffron ps-3 text-base">{t('inspection.read')}</p>}
      {decides && (state === 'REQUESTED' || state === 'APPOINTED') && (
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
      <Section title={t('inspection.photographs')}>
        <Photographs photographs={inspection.photographs} photographId={photographId} open={decides && open} refusal={refusal} />
      </Section>
      {decides && state === 'EXAMINED' && (
        <Section title={t('verdict.title')}>
          <Verdict certificateId={certificateId} examinationId={inspection.examinations.at(-1)?.id ?? null} marks={marks} refusal={refusal} />
        </Section>
      )}
      {decides && open && (
        <Section title={t('record.title')}>
          <Checklist rules={checklist} lookId={lookId} refusal={refusal} />
        </Section>
      )}
    </Page>
  );
}
