import { data, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../ask.server.js';
import { PrintButton } from '../features/certificate/print-button.js';
import { certificateQuery } from '../features/certificate/queries.js';
import { Sheet } from '../features/certificate/sheet.js';
import { useMessages } from '../i18n/messages.js';
import { linkLook } from '../ui/button.js';
import { Page } from '../ui/page.js';

/** A number nobody issued is an answer too: the label in the buyer's hand is not ours. */
export async function loader(asked: LoaderFunctionArgs) {
  const answer = await ask(asked, certificateQuery, { number: (asked.params.number ?? '').slice(0, 40) });
  return data({ answer }, { status: answer.certificate.status === 'UNKNOWN' ? 404 : 200 });
}

export default function CertificatePage() {
  const { answer } = useLoaderData<typeof loader>();
  const { t, text } = useMessages();
  const { number } = answer.certificate;
  return (
    <Page title={t('certificate.title', { number })} width="text">
      <title>{text('certificate.title', { number })}</title>
      <Sheet answer={answer} />
      {answer.certificate.status !== 'UNKNOWN' && (
        <p className="mt-6 flex flex-wrap gap-x-6 print:hidden">
          {answer.certificate.status === 'VALID' && (
            <a href={`/passports/${encodeURIComponent(number)}/label.svg`} className={`${linkLook} inline-flex min-h-12 items-center`}>
              {t('certificate.labelLink')}
            </a>
          )}
          <a href={`/passports/${encodeURIComponent(number)}/bundle.json`} download={`${number}.json`} className={`${linkLook} inline-flex min-h-12 items-center`}>
            {t('certificate.passport')}
          </a>
          <span className="basis-full text-sm text-muted">{t('certificate.passport.how')}</span>
        </p>
      )}
      <PrintButton />
    </Page>
  );
}
