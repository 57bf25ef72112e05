import { Form, redirect } from 'react-router';
import type { Asked } from '../ask.server.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/form.js';
import { Page } from '../ui/page.js';

export function loader({ request, params }: Asked): Response | null {
  const number = new URL(request.url).searchParams.get('number')?.trim();
  return number ? redirect(`/${langOf(params)}/certificate/${encodeURIComponent(number)}`) : null;
}

export default function CertificateFind() {
  const { t, text } = useMessages();
  return (
    <Page title={t('certificate.find')} lead={t('certificate.find.lead')} width="text">
      <title>{text('certificate.find')}</title>
      <Form method="get" className="grid gap-4">
        <Field name="number" label={t('certificate.number')} dir="ltr" />
        <div>
          <Button>{t('certificate.check')}</Button>
        </div>
      </Form>
    </Page>
  );
}
