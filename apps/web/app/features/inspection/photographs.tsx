import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { FormBox } from '../../ui/form.js';
import { Evidences } from '../certificate/evidences.js';
import type { Evidence } from '../certificate/queries.js';
import { PhotographField } from '../workshop/photograph-field.js';

/** What was photographed of the work, and while it is not decided, the camera. */
export function Photographs({ photographs, photographId, open, refusal }: { photographs: readonly Evidence[]; photographId: string; open: boolean; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <>
      <Evidences photographs={photographs} />
      {photographs.length === 0 && !open && <p className="text-muted">{t('inspection.photographs.none')}</p>}
      {open && (
        <FormBox refusal={refusal} scope="photograph" encType="multipart/form-data" className="grid max-w-sm gap-3">
          <p className="text-base text-muted">{t('inspection.photographs.lead')}</p>
          <input type="hidden" name="photographId" value={photographId} />
          <PhotographField />
          <Button intent="photograph" look="second">
            {t('photograph.send')}
          </Button>
        </FormBox>
      )}
    </>
  );
}
