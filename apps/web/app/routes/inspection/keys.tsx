import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press, type Refusal } from '../../ask.server.js';
import { passportKeysQuery, rotatePassportKeyMutation, type PassportKey } from '../../features/certificate/key-queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { FormBox, TextField, Tick } from '../../ui/form.js';
import { Empty, Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  return { keys: (await ask(asked, passportKeysQuery, {})).passportKeys };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const input = { kid: String(form.get('kid') ?? ''), reason: String(form.get('reason') ?? ''), compromised: form.has('compromised') };
  return press(asked, form, { rotate: () => attempt(asked, rotatePassportKeyMutation, { input }) }, 'inspection/keys?done=keyChanged');
}

/** What passports are signed with, and the change to another key. */
export default function PassportKeys() {
  const { keys } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  return (
    <Page title={t('inspection.keys')} lead={t('keys.lead')} width="text">
      <title>{text('inspection.keys')}</title>
      <Done words={['keyChanged']} refused={refusal !== undefined} />
      {keys.length === 0 && <Empty title={t('keys.none')}>{t('keys.none.why')}</Empty>}
      {keys.map((key) => (
        <Section key={key.kid} title={t(key.compromisedAt !== null ? 'keys.compromised' : key.retiredAt !== null ? 'keys.retired' : 'keys.signs')}>
          <SigningKey signing={key} refusal={refusal} />
        </Section>
      ))}
    </Page>
  );
}

function SigningKey({ signing, refusal }: { signing: PassportKey; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  const { kid, madeAt, retiredAt, compromisedAt } = signing;
  return (
    <>
      <p className="break-all">
        <bdi dir="ltr">{kid}</bdi>
      </p>
      <p className="text-muted">
        {t('keys.made')} <Instant iso={madeAt} />
        {retiredAt !== null && (
          <>
            {' · '}
            {t('keys.until')} <Instant iso={retiredAt} />
          </>
        )}
      </p>
      {compromisedAt === null && (
        <details className="mt-2" open={refusal?.typed['scope'] === `key-${kid}` || undefined}>
          <summary className="min-h-12 cursor-pointer py-3 text-indigo-ink underline">{t(retiredAt === null ? 'keys.change' : 'keys.report')}</summary>
          <FormBox refusal={refusal} scope={`key-${kid}`} className="grid gap-4">
            <input type="hidden" name="kid" value={kid} />
            <TextField name="reason" label={t('keys.reason')} rows={2} />
            {retiredAt === null ? <Tick name="compromised" label={t('keys.strange')} /> : <input type="hidden" name="compromised" value="on" />}
            <p className="text-muted">{t('keys.strange.hint')}</p>
            <div>
              <Button intent="rotate">{t(retiredAt === null ? 'keys.change.go' : 'keys.report.go')}</Button>
            </div>
          </FormBox>
        </details>
      )}
    </>
  );
}
