import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select, TextField } from '../../ui/form.js';
import type { IssueInput, Mark } from './queries.js';

/** After a look: certify, send back with what must be mended, or refuse for good. */
export function Verdict({ certificateId, examinationId, marks, refusal }: { certificateId: string; examinationId: string | null; marks: readonly Mark[]; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  return (
    <div className="grid gap-8">
      <FormBox refusal={refusal} scope="issue" className="grid gap-4">
        <input type="hidden" name="certificateId" value={refusal?.typed.certificateId ?? certificateId} />
        <input type="hidden" name="examinationId" value={examinationId ?? ''} />
        <Select name="schemeName" label={t('issue.mark')} hint={t('issue.mark.hint')}>
          {marks.map((mark) => (
            <option key={mark.code} value={mark.code}>
              {mark[lang]}
            </option>
          ))}
        </Select>
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

/** The mark chosen in the form, in the terms a certificate is issued under. */
export function markOf(marks: readonly Mark[], code: string): Pick<IssueInput, 'scheme' | 'schemeName' | 'schemeLevel'> {
  const mark = marks.find((one) => one.code === code);
  return { scheme: mark?.scheme ?? 'CENTRE', schemeName: mark?.scheme === 'COLLECTIVE_MARK' ? mark.fr : null, schemeLevel: mark?.level ?? null };
}
