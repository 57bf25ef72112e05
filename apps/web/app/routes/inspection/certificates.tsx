import { Form, Link, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../../ask.server.js';
import { CertificateLines } from '../../features/inspection/certificate-lines.js';
import { certificatesQuery } from '../../features/inspection/desk-queries.js';
import { Choice } from '../../features/inspection/choice.js';
import { chosenCentre, myCentres } from '../../features/training/desk.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button, buttonLook } from '../../ui/button.js';
import { Empty, Page } from '../../ui/page.js';

const STATES = ['VALID', 'EXPIRED', 'WITHDRAWN'] as const;

export async function loader(asked: LoaderFunctionArgs) {
  const search = new URL(asked.request.url).searchParams;
  const status = STATES.find((known) => known === search.get('status')) ?? null;
  const { read } = await myCentres(asked);
  const found = await ask(asked, certificatesQuery, { after: search.get('after'), filter: { status, productType: search.get('type') || null, centreId: chosenCentre(asked, read)?.id ?? null }, sort: search.get('sort') === 'ending' ? 'ENDING' : 'NEWEST' });
  return { ...found, read };
}

/** What the centre has vouched for: newest first, or those that end soonest. */
export default function Certificates() {
  const { certificates, productTypes, read } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  const { nodes, endCursor, hasNextPage } = certificates;
  const next = new URLSearchParams(search);
  if (endCursor !== null) next.set('after', endCursor);
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) => <Choice name={name} label={label} chosen={search.get(name)} options={options} />;
  return (
    <Page title={t('inspection.certificates')} width="text">
      <title>{text('inspection.certificates')}</title>
      <Form method="get" role="search" className="mb-4 flex flex-wrap gap-3" key={search.toString()}>
        {read.length > 1 && choice('centre', text('inspection.centre'), [['', text('inspection.centre.any')], ...read.map((centre): [string, string] => [centre.id, centre[lang]])])}
        {choice('status', text('certificates.status'), [['', text('certificates.any')], ...STATES.map((state): [string, string] => [state, text(`certificate.${state}`)])])}
        {choice('type', text('inspection.type'), [['', text('inspection.type.any')], ...productTypes.map((type): [string, string] => [type.code, type[lang]])])}
        {choice('sort', text('inspection.sort'), [['', text('inspection.sort.newest')], ['ending', text('certificates.ending')]])}
        <Button look="second">{t('inspection.show')}</Button>
      </Form>
      {nodes.length === 0 && <Empty title={t('certificates.none')}>{t('certificates.none.lead')}</Empty>}
      <CertificateLines certificates={nodes} />
      {hasNextPage && (
        <Link to={`?${next}`} className={buttonLook('second', 'mt-6')}>
          {t('paging.more')}
        </Link>
      )}
    </Page>
  );
}
