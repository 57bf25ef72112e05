import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, TextField } from '../../ui/form.js';

/** After a look: certify, send back with what must be mended, or refuse for good. */
export function Verdict({ certificateId, refusal }: { certificateId: string; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <div className="grid gap-8">
      <FormBox refusal={refusal} scope="issue" className="grid gap-4">
        <input type="hidden" name="certificateId" value={refusal?.typed.certificateId ?? certificateId} />
        <Field name="labelNumber" label={t('issue.label')} hint={t('issue.label.hint')} optional dir="ltr" />
        <Field name="validUntil" type="date" label={t('issue.until')} hint={t('issue.until.hint')} optional />
        <div>
          <Button intent="issue">{t('issue.go')}</Button>
        </div>
      </FormBox>
      <FormBox refusal={refusal} scope="verdict" className="grid gap-4 border-t border-line pt-6">
        <TextField name="reason" label={t('verdict.reason')} hint={t('verdict.reason.hint')} rows={3} />
        <div className="flex flex-wrap gap-3">
          <Button intent="return" look="second">
            {t('verdict.return')}
          </Button>
          <Button intent="refuse" look="danger">
            {t('verdict.refuse')}
          </Button>
        </div>
      </FormBox>
    </div>
  );
}
