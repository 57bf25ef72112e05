import { useState } from 'react';
import { useMessages } from '../../i18n/messages.js';
import { Icon } from '../../ui/icons.js';

/** A camera as large as the picture: on a phone it opens the camera, elsewhere it picks a file. */
export function PhotographField({ required = false }: { required?: boolean }) {
  const { t, text } = useMessages();
  const [preview, setPreview] = useState<string | null>(null);
  return (
    <label className="relative grid aspect-4/3 place-items-center overflow-hidden border-2 border-dashed border-indigo-ink bg-plaster text-indigo-ink focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-indigo-ink">
      {preview === null ? (
        <span className="grid justify-items-center gap-2 text-xl font-medium">
          <Icon name="camera" size={48} />
          {t('photograph.take')}
        </span>
      ) : (
        <img src={preview} alt="" className="absolute inset-0 size-full object-cover" />
      )}
      <input
        id="page-photograph"
        type="file"
        name="photograph"
        accept="image/jpeg,image/png,image/webp,image/avif"
        required={required}
        aria-label={text('photograph.take')}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        onChange={(event) => {
          const file = event.target.files?.[0];
          setPreview(file === undefined ? null : URL.createObjectURL(file));
        }}
      />
    </label>
  );
}
