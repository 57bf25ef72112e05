import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { photographsScope } from './complaint-form.js';
import type { Complaint } from './queries.js';

const MOST = 8;

/** While her complaint is heard she may show more; a photograph that was refused with the complaint is said here, where she can choose another. */
export function AddPhotographs({ complaint: { id, state, photographIds }, refusal }: { complaint: Complaint; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  if (!['open', 'with_desk'].includes(state) || photographIds.length >= MOST) return null;
  const scope = photographsScope(id);
  return (
    <details open={refusal?.typed.scope === scope}>
      <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('complaint.say.photographs')}</summary>
      <FormBox refusal={refusal} scope={scope} className="mt-2 grid gap-4" encType="multipart/form-data">
        <input type="hidden" name="complaintId" value={id} />
        <Field name="photographs" label={t('complaint.field.photographs')} hint={t('complaint.field.photographs.hint')} type="file" accept="image/jpeg,image/png,image/webp,image/avif" multiple />
        <div>
          <Button intent="complaint-photographs" look="second">
            {t('complaint.say.photographs')}
          </Button>
        </div>
      </FormBox>
    </details>
  );
}
