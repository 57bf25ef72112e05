import { Fragment } from 'react';

/** An address of the web inside a sentence. */
const ADDRESS = /((?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s)،؛]*)?)/;

/** Where a rule comes from; an address in an Arabic sentence keeps its own direction, or its parts change places. */
export function Source({ name }: { name: string }) {
  return (
    <bdi>
      {name.split(ADDRESS).map((part, at) =>
        at % 2 === 0 ? (
          <Fragment key={at}>{part}</Fragment>
        ) : (
          <bdi key={at} dir="ltr" className="inline-block max-w-full [overflow-wrap:anywhere]">
            {part}
          </bdi>
        ),
      )}
    </bdi>
  );
}
