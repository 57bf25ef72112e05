import { useMessages } from '../../i18n/messages.js';
import type { Evidence } from './queries.js';

/** What the inspectors photographed, each a link to the whole picture. */
export function Evidences({ photographs }: { photographs: readonly Evidence[] }) {
  const { text } = useMessages();
  if (photographs.length === 0) return null;
  return (
    <ul className="mb-4 mt-6 grid grid-cols-2 gap-3 sm:grid-cols-3">
      {photographs.map(({ id, url, width, height }, at) => (
        <li key={id}>
          <a href={url}>
            <img src={url} width={width} height={height} loading="lazy" alt={text('certificate.photograph', { number: at + 1 })} className="aspect-square w-full bg-plaster object-cover" />
          </a>
        </li>
      ))}
    </ul>
  );
}
