import { Form } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { FormBox, Select } from '../../ui/form.js';
import type { DeskFile } from './queries.js';

/** Papers beyond those the rules require: asked for here, and taken back here. */
export function MorePapers({ file: { askable, asked }, refusal }: { file: DeskFile; refusal: Refusal | undefined }) {
  const { t, text } = useMessages();
  return (
    <details className="mb-6" open={refusal?.typed.scope === 'more'}>
      <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('more.title')}</summary>
      <p className="mt-1 max-w-xl text-base text-muted">{t('more.lead')}</p>
      {asked.map(({ kind, title }) => (
        <Form key={kind} method="post" className="mt-2 flex flex-wrap items-center gap-4">
          <input type="hidden" name="kind" value={kind} />
          <bdi>{title}</bdi>
          <Button intent="drop" look="second" aria-label={text('more.drop.named', { paper: title })}>
            {t('more.drop')}
          </Button>
        </Form>
      ))}
      {askable.length > 0 && (
        <FormBox refusal={refusal} scope="more" className="mt-3 grid max-w-xl gap-4">
          <Select name="kind" label={t('more.kind')}>
            {askable.map(({ kind, title }) => (
              <option key={kind} value={kind}>
                {title}
              </option>
            ))}
          </Select>
          <div>
            <Button intent="ask" look="second">
              {t('more.ask')}
            </Button>
          </div>
        </FormBox>
      )}
    </details>
  );
}
