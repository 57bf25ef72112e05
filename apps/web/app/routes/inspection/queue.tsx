import { randomUUID } from 'node:crypto';
import { Form, Link, useActionData, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press, type Refusal } from '../../ask.server.js';
import { InspectionPill } from '../../features/inspection/inspection-pill.js';
import { Choice } from '../../features/inspection/choice.js';
import { Counter } from '../../features/inspection/counter.js';
import { MakerName } from '../../features/inspection/maker-name.js';
import { certificateIdQuery, queueQuery, takeInMutation, withdrawMutation, type InspectionState } from '../../features/inspection/queries.js';
import { chosenCentre, myCentres } from '../../features/training/desk.server.js';
import { useShell } from '../../features/shell/shell.js';
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
  const { own, read } = await myCentres(asked);
  const asking = { after: search.get('after'), centreId: chosenCentre(asked, read)?.id ?? null, productType: search.get('type') || null, states, sort: search.get('sort') === 'newest' ? ('NEWEST' as const) : null };
  const { inspectionQueue, productTypes, inspectionVariants } = await ask(asked, queueQuery, asking);
  return { ...inspectionQueue, productTypes, variants: inspectionVariants, own, read, inspectionId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const [centreId = '', productType = '', variant = ''] = text('variant').split('/');
  const brought = { id: text('inspectionId'), centreId, identifier: text('identifier'), productType, variant, description: text('description') };
  const writes = {
    'take-in': () => attempt(asked, takeInMutation, { input: brought }, (field) => (field === 'productType' || field === 'centreId' ? 'variant' : field)),
    withdraw: async () => {
      const { certificate } = await ask(asked, certificateIdQuery, { number: text('number') });
      // An unknown number goes to the same refusal as any other wrong one.
      return attempt(asked, withdrawMutation, { input: { certificateId: certificate.certificate?.id ?? randomUUID(), reason: text('reason') } }, (field) => (field === 'certificateId' ? 'number' : field));
    },
  };
  return press(asked, form, writes, `inspection?done=${text('intent') === 'take-in' ? 'taken-in' : 'certificate-withdrawn'}`);
}

export default function InspectionQueue() {
  const { nodes, endCursor, hasNextPage, productTypes, variants, own, read, inspectionId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const { me } = useShell();
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (endCursor !== null) next.set('after', endCursor);
  return (
    <Page title={t('inspection.title')} width="text">
      <title>{text('inspection.title')}</title>
      <Done words={['taken-in', 'certificate-withdrawn', 'certified', 'returned', 'refused']} refused={refusal !== undefined} />
      <nav className="mb-4 flex flex-wrap gap-x-6" aria-label={text('inspection.title')}>
        {(['certificates', 'training', 'rules', ...(me?.roles.includes('admin') ? (['keys'] as const) : [])] as const).map((page) => (
          <Link key={page} to={`/${lang}/inspection/${page}`} className={`${linkLook} inline-flex min-h-12 items-center`}>
            {t(`inspection.${page}`)}
          </Link>
        ))}
      </nav>
      <Form method="get" role="search" className="mb-4 flex flex-wrap gap-3" key={search.toString()}>
        {read.length > 1 && <Choice name="centre" label={text('inspection.centre')} chosen={search.get('centre')} options={[['', text('inspection.centre.any')], ...read.map((centre): [string, string] => [centre.id, centre[lang]])]} />}
        <Choice name="type" label={text('inspection.type')} chosen={search.get('type')} options={[['', text('inspection.type.any')], ...productTypes.map((type): [string, string] => [type.code, type[lang]])]} />
        <Choice name="state" label={text('inspection.state')} chosen={search.get('state')} options={[['', text('inspection.state.open')], ['all', text('inspection.state.all')]]} />
        <Choice name="sort" label={text('inspection.sort')} chosen={search.get('sort')} options={[['', text('inspection.sort.oldest')], ['newest', text('inspection.sort.newest')]]} />
        <Button look="second">{t('inspection.show')}</Button>
      </Form>
      {nodes.length === 0 && <Empty title={t('inspection.none')}>{t(own.length === 0 ? 'inspection.none.every' : 'inspection.none.lead')}</Empty>}
      <ul>
        {nodes.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-4">
            <div className="min-w-0">
              <Link to={`/${lang}/inspection/${one.id}`} className={linkLook} dir="auto">
                {one.name?.[lang] ?? one.description}
              </Link>
              <p className="text-base">
                <MakerName maker={one.maker} /> · {variants.find(({ productType, code }) => productType === one.productType && code === one.variant)?.[lang] ?? one.variant}
              </p>
              <p className="text-base text-muted">
                {read.length > 1 && <>{one.centre[lang]} · </>}
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
      {own.length === 0 && <p className="mt-8 border-s-4 border-saffron ps-3 text-base">{t('inspection.read')}</p>}
      {own.length > 0 && (
        <Section title={t('counter.title')}>
          <Counter inspectionId={inspectionId} centres={own} variants={variants} refusal={refusal} />
        </Section>
      )}
      {own.length > 0 && (
        <Section title={t('withdraw.title')}>
          <Withdraw refusal={refusal} />
        </Section>
      )}
    </Page>
  );
}

function Withdraw({ refusal }: { refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope="withdraw" className="grid gap-4">
      <Field name="number" label={t('withdraw.number')} dir="ltr" />
      <TextField name="reason" label={t('withdraw.reason')} hint={t('withdraw.reason.hint')} rows={2} />
      <div>
        <Button intent="withdraw" look="danger">
          {t('withdraw.go')}
        </Button>
      </div>
    </FormBox>
  );
}
