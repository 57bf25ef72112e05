import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { FormBox, Select, TextField } from '../../ui/form.js';
import type { ClaimFile, ClaimItem } from '../claim/queries.js';

export function Waivers({ waivers, items }: { waivers: ClaimFile['waivers']; items: readonly ClaimItem[] }) {
  const { lang } = useMessages();
  return (
    <ul>
      {waivers.map(({ item, reason, at, actorName }) => (
        <li key={item} className="border-t border-line py-3 first:border-t-0">
          <p>{items.find(({ code }) => code === item)?.[lang] ?? item}</p>
          <p className="mt-1" dir="auto">
            {reason}
          </p>
          <p className="text-base text-muted">
            <Instant iso={at} /> · <bdi>{actorName}</bdi>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Spares this one request a line of the checklist; the reason stays on the record. */
export function WaiverForm({ items, refusal }: { items: readonly ClaimItem[]; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  return (
    <FormBox refusal={refusal} scope="waive" className="grid gap-4">
      <Select name="item" label={t('waiver.item')}>
        {items.map((item) => (
          <option key={item.code} value={item.code}>
            {item[lang]}
          </option>
        ))}
      </Select>
      <TextField name="reason" label={t('verdict.reason')} hint={t('waiver.reason.hint')} rows={2} />
      <div>
        <Button intent="waive" look="second">
          {t('waiver.give')}
        </Button>
      </div>
    </FormBox>
  );
}
