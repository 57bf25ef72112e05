import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../../ask.server.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { CertificateLines } from '../../features/inspection/certificate-lines.js';
import { myCertificatesQuery } from '../../features/inspection/maker-queries.js';
import { useMessages } from '../../i18n/messages.js';
import { linkLook } from '../../ui/button.js';
import { Chips } from '../../ui/chips.js';
import { chosenIn, Narrow } from '../../ui/narrow.js';
import { Empty, Page } from '../../ui/page.js';

const STATES = ['VALID', 'EXPIRED', 'WITHDRAWN'] as const;

export async function loader(asked: LoaderFunctionArgs) {
  const { request } = asked;
  const filter = { status: chosenIn(request, 'state', STATES), productType: new URL(request.url).searchParams.get('type') || null };
  return ask(asked, myCertificatesQuery, { after: afterIn(request), filter, sort: chosenIn(request, 'sort', ['ending'] as const) === null ? 'NEWEST' : 'ENDING' });
}

/** What centres vouched for of her work: the newest first, or what must be renewed first. */
export default function MyCertificates() {
  const { myCertificates, productTypes } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('certificates.mine')} lead={t('certificates.mine.lead')} width="text">
      <title>{text('certificates.mine')}</title>
      <p className="mb-4">
        <Link to={`/${lang}/workshop/inspections`} className={`${linkLook} inline-flex min-h-12 items-center`}>
          {t('inspection.mine')}
        </Link>
      </p>
      <Chips name="state" label={text('certificates.status')} options={[['', text('certificates.any')], ...STATES.map((state): [string, string] => [state, text(`certificate.${state}`)])]} />
      <Narrow
        kept={['state']}
        choices={[
          { name: 'type', label: text('inspection.type'), options: [['', text('inspection.type.any')], ...productTypes.map((type): [string, string] => [type.code, type[lang]])] },
          { name: 'sort', label: text('inspection.sort'), options: [['', text('inspection.sort.newest')], ['ending', text('certificates.ending')]] },
        ]}
      />
      {myCertificates.nodes.length === 0 && <Empty title={t('certificates.none')}>{t('certificates.mine.none')}</Empty>}
      <CertificateLines certificates={myCertificates.nodes} named={false} />
      <More page={myCertificates} />
    </Page>
  );
}
