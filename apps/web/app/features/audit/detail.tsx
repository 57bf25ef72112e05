import { Fragment } from 'react';
import { Link } from 'react-router';
import { formatNumber } from '../../format.js';
import { catalogue } from '../../i18n/catalogue.js';
import { useMessages, type MessageReader } from '../../i18n/messages.js';
import { Amount, Day, Instant } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { readDetail, type Entry, type Noted } from './noted.js';

/** What was noted with an act, each figure and name by its label. */
export function Detail({ json }: { json: string }) {
  const entries = readDetail(json);
  return entries.length === 0 ? null : <Parts entries={entries} />;
}

function Parts({ entries }: { entries: readonly Entry[] }) {
  const reader = useMessages();
  const { lang } = reader;
  return (
    <span className="text-base text-muted">
      {entries.map(({ key, noted }, at) => (
        <Fragment key={key}>
          {at > 0 && (lang === 'ar' ? '؛ ' : '; ')}
          {wordIn(reader, `audit.detail.${key}`, key)}
          {lang === 'fr' ? ' : ' : ': '}
          <Shown name={key} noted={noted} />
        </Fragment>
      ))}
    </span>
  );
}

function Shown({ name, noted }: { name: string; noted: Noted }) {
  const reader = useMessages();
  const { t, lang } = reader;
  switch (noted.kind) {
    case 'id':
      return (
        <Link to={`?subjectId=${noted.text}`} className={linkLook}>
          <bdi dir="ltr">{noted.text.slice(0, 8)}</bdi>
        </Link>
      );
    case 'day':
      return <Day iso={noted.text} />;
    case 'instant':
      return <Instant iso={noted.text} />;
    case 'money':
      return <Amount money={{ amountMinor: noted.amountMinor, currency: noted.currency }} />;
    case 'number':
    case 'percent':
      return (
        <bdi>
          {formatNumber(lang, noted.value, Number.isInteger(noted.value) ? 0 : 2)}
          {noted.kind === 'percent' ? '\u00A0%' : ''}
        </bdi>
      );
    case 'answer':
      return t(noted.yes ? 'audit.yes' : 'audit.no');
    case 'code':
      return <bdi>{wordIn(reader, WORDS_OF[name]?.(noted.code) ?? noted.code, noted.code)}</bdi>;
    case 'text':
      return <bdi>{noted.text}</bdi>;
    case 'several':
      return noted.items.map((item, at) => (
        <Fragment key={at}>
          {at > 0 && (lang === 'ar' ? '، ' : ', ')}
          <Shown name={name} noted={item} />
        </Fragment>
      ));
    case 'parts':
      return (
        <>
          (<Parts entries={noted.entries} />)
        </>
      );
  }
}

const actOf = (code: string): string => `act.${code.toUpperCase().replace('.', '_')}`;
const standingOf = (code: string): string => `standing.${code.toUpperCase()}`;
/** Where the words are of the codes that stand under a label. */
const WORDS_OF: Readonly<Record<string, (code: string) => string>> = {
  act: actOf,
  acts: actOf,
  from: standingOf,
  to: standingOf,
  permission: (code) => `permission.${code}`,
  role: (code) => `role.${code}`,
};

/** A word of a house older or newer than this page stands as it was written down. */
export function wordIn({ lang, text }: MessageReader, key: string, code: string): string {
  return key in catalogue(lang).messages ? text(key) : code;
}
