import { data, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../ask.server.js';
import { PrintButton } from '../features/certificate/print-button.js';
import { certificateQuery, type PublicCertificate } from '../features/certificate/queries.js';
import { Sheet } from '../features/certificate/sheet.js';
import { useMessages } from '../i18n/messages.js';
import { Page } from '../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const number = (asked.params.number ?? '').slice(0, 40);
  const { certificate } = await ask(asked, certificateQuery, { number });
  const shown = certificate ?? unknown(number);
  return data({ certificate: shown }, { status: shown.state === 'unknown' ? 404 : 200 });
}

/** A number nobody issued is an answer too: the label in the buyer's hand is not ours. */
function unknown(number: string): PublicCertificate {
  const empty = { scheme: null, scope: null, artisanName: null, regionName: null, centreName: null, inspectorName: null };
  return { ...empty, number, state: 'unknown', inspectedOn: null, validFrom: null, validUntil: null, withdrawnOn: null, withdrawnReason: null, findings: [] };
}

export default function CertificatePage() {
  const { certificate } = useLoaderData<typeof loader>();
  const { t, text } = useMessages();
  return (
    <Page title={t('certificate.title', { number: certificate.number })} width="text">
      <title>{text('certificate.title', { number: certificate.number })}</title>
      <Sheet certificate={certificate} />
      <PrintButton />
    </Page>
  );
}
