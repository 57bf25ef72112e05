import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { FormBox, TextField } from '../../ui/form.js';
import { Empty } from '../../ui/page.js';
import type { QuoteRequest } from './queries.js';

/** Where no rule gives the price: a person answers, by mail. */
export function QuoteRequests({ requests, refusal }: { requests: readonly QuoteRequest[]; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  if (requests.length === 0) return <Empty title={t('export.quotes.none')}>{t('export.quotes.none.lead')}</Empty>;
  return (
    <ul>
      {requests.map(({ id, askedAt, country, email, message, reasons, answer }) => (
        <li key={id} className="border-b border-line py-4">
          <p>
            <bdi>{email}</bdi> · <bdi>{country}</bdi> · <Day iso={askedAt} />
          </p>
          {message !== null && <p dir="auto">{message}</p>}
          <p className="text-base text-muted" dir="auto">
            {reasons}
          </p>
          {answer === null ? (
            <FormBox refusal={refusal} scope={`answer-${id}`} className="mt-2 grid gap-3">
              <input type="hidden" name="id" value={id} />
              <TextField name="answer" label={t('export.answer')} rows={3} />
              <div>
                <Button intent="answer" look="second">
                  {t('export.answer.send')}
                </Button>
              </div>
            </FormBox>
          ) : (
            <p className="mt-2 border-s-4 border-mint-ink ps-3" dir="auto">
              {answer}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
