import { Form, Link, useActionData, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { InspectionPill } from '../../features/inspection/inspection-pill.js';
import { certificateIdQuery, queueQuery, withdrawMutation, type InspectionState } from '../../features/inspection/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Day, Instant } from '../../ui/amount.js';
import { Button, buttonLook, linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Field, FormBox, TextField } from '../../ui/form.js';
import { Empty, Page, Section } from '../../ui/page.js';

const EVERY: readonly InspectionState[] = ['REQUESTED', 'APPOINTED', 'EXAMINED', 'RETURNED', 'CERTIFIED', 'REFUSED', 'CANCELLED'];

export async function loader(asked: LoaderFunctionArgs) {
  const search = new URL(asked.request.url).searchParams;
  const states: InspectionState[] | null = search.get('state') === 'all' ? [...EVERY] : null;
  const { inspectionQueue, branches } = await ask(asked, queueQuery, { after: search.get('after'), productType: search.get('type') || null, states, sort: search.get('sort') === 'newest' ? 'NEWEST' : null });
  return { ...inspectionQueue, branches };
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
  const { nodes, endCursor, hasNextPage, branches } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (endCursor !== null) next.set('after', endCursor);
  return (
    <Page title={t('inspection.title')} width="text">
      <title>{text('inspection.title')}</title>
      <Done words={['certificate-withdrawn', 'certified', 'returned', 'refused']} refused={refusal !== undefined} />
      <nav className="mb-4 flex flex-wrap gap-x-6" aria-label={text('inspection.title')}>
        {(['certificates', 'training', 'rules'] as const).map((page) => (
          <Link key={page} to={`/${lang}/inspection/${page}`} className={`${linkLook} inline-flex min-h-12 items-center`}>
            {t(`inspection.${page}`)}
          </Link>
        ))}
      </nav>
      <Form method="get" role="search" className="mb-4 flex flex-wrap gap-3" key={search.toString()}>
        <Choice name="type" chosen={search.get('type')} options={[['', text('inspection.type.any')], ...branches.map((branch): [string, string] => [branch.code, branch[lang]])]} />
        <Choice name="state" chosen={search.get('state')} options={[['', text('inspection.state.open')], ['all', text('inspection.state.all')]]} />
        <Choice name="sort" chosen={search.get('sort')} options={[['', text('inspection.sort.oldest')], ['newest', text('inspection.sort.newest')]]} />
        <Button look="second">{t('inspection.show')}</Button>
      </Form>
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
        <Link to={`?${next}`} className={buttonLook('second', 'mt-6')}>
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

function Choice({ name, chosen, options }: { name: 'type' | 'state' | 'sort'; chosen: string | null; options: readonly (readonly [value: string, label: string])[] }) {
  const { text } = useMessages();
  return (
    <select name={name} defaultValue={chosen ?? ''} aria-label={text(`inspection.${name}`)} className="min-h-14 border border-ink bg-lime px-2">
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
