import { Link, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { InspectionPill } from '../../features/inspection/inspection-pill.js';
import { certificateIdQuery, queueQuery, withdrawMutation } from '../../features/inspection/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Day, Instant } from '../../ui/amount.js';
import { Button, buttonLook, linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Field, FormBox, TextField } from '../../ui/form.js';
import { Empty, Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const after = new URL(asked.request.url).searchParams.get('after');
  return (await ask(asked, queueQuery, { after })).inspectionQueue;
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const writes = {
    withdraw: async () => {
      const { certificate } = await ask(asked, certificateIdQuery, { number: text('number') });
      // An unknown number goes to the same refusal as any other wrong one.
      return attempt(asked, withdrawMutation, { input: { certificateId: certificate.certificate?.id ?? text('number'), reason: text('reason') } });
    },
  };
  return press(asked, form, writes, 'inspection?done=certificate-withdrawn');
}

export default function InspectionQueue() {
  const { nodes, endCursor, hasNextPage } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('inspection.title')} width="text">
      <title>{text('inspection.title')}</title>
      <Done words={['certificate-withdrawn', 'certified', 'returned', 'refused']} refused={refusal !== undefined} />
      {nodes.length === 0 && <Empty title={t('inspection.none')}>{t('inspection.none.lead')}</Empty>}
      <ul>
        {nodes.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-4">
            <div className="min-w-0">
              <Link to={`/${lang}/inspection/${one.id}`} className={linkLook} dir="auto">
                {one.description}
              </Link>
              <p className="text-base text-muted">
                {t('inspection.asked', { day: <Day iso={one.requestedAt} /> })}
                {one.appointedFor !== null && <> · {t('inspection.appointed', { when: <Instant iso={one.appointedFor} /> })}</>}
              </p>
            </div>
            <InspectionPill state={one.state} />
          </li>
        ))}
      </ul>
      {hasNextPage && endCursor && (
        <Link to={`?after=${encodeURIComponent(endCursor)}`} className={buttonLook('second', 'mt-6')}>
          {t('paging.more')}
        </Link>
      )}
      <Section title={t('withdraw.title')}>
        <FormBox refusal={refusal} scope="withdraw" className="grid gap-4">
          <Field name="number" label={t('withdraw.number')} dir="ltr" />
          <TextField name="reason" label={t('withdraw.reason')} hint={t('withdraw.reason.hint')} rows={2} />
          <div>
            <Button intent="withdraw" look="danger">
              {t('withdraw.go')}
            </Button>
          </div>
        </FormBox>
      </Section>
    </Page>
  );
}
