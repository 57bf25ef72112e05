import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { FormBox, TextField } from '../../ui/form.js';
import { Section } from '../../ui/page.js';
import type { ClaimFile } from '../claim/queries.js';

/** Takes an approval back that was given to the wrong person. Says what follows before it is pressed. */
export function UndoForm({ refusal }: { refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <Section title={t('claims.undo.title')}>
      <p className="mb-4 text-muted">{t('claims.undo.lead')}</p>
      <FormBox refusal={refusal} scope="undo" className="grid gap-4">
        <TextField name="reason" label={t('claims.undo.reason')} hint={t('claims.undo.reason.hint')} rows={3} />
        <div>
          <Button intent="undo" look="danger">
            {t('claims.undo')}
          </Button>
        </div>
      </FormBox>
    </Section>
  );
}

/** The papers of one line, each a file to open, or the day it was erased on. */
export function PapersOf({ papers }: { papers: ClaimFile['papers'] }) {
  const { t } = useMessages();
  return papers.map(({ id, url, at, forgottenAt }, index) => (
    <p key={id}>
      {forgottenAt === null ? (
        <a href={url} className={linkLook}>
          {t('claims.paper', { number: index + 1 })}
        </a>
      ) : (
        t('claims.paper', { number: index + 1 })
      )}{' '}
      <span className="text-base text-muted">{forgottenAt === null ? <Day iso={at} /> : t('claims.paper.forgotten', { day: <Day iso={forgottenAt} /> })}</span>
    </p>
  ));
}
