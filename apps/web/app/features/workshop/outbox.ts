import { openDB, type IDBPDatabase } from 'idb';

/** A piece as its maker made it, waiting on this phone. Its id is its own for life, so sending twice makes one piece. */
export interface WaitingPiece {
  id: string;
  /** The account it was made under; another person at this phone neither sees nor sends it. */
  owner: string;
  title: string;
  price: string;
  photograph: Blob | null;
  savedAt: number;
}

let opened: Promise<IDBPDatabase> | undefined;

function box(): Promise<IDBPDatabase> {
  opened ??= openDB('workshop', 1, { upgrade: (database) => void database.createObjectStore('outbox', { keyPath: 'id' }) });
  return opened;
}

export async function keep(piece: WaitingPiece): Promise<void> {
  // Asks the browser not to clear it away when the phone runs short of space.
  void navigator.storage?.persist?.();
  await (await box()).put('outbox', piece);
}

export async function waiting(owner: string): Promise<WaitingPiece[]> {
  const all = (await (await box()).getAll('outbox')) as WaitingPiece[];
  return all.filter((piece) => piece.owner === owner);
}

export async function drop(id: string): Promise<void> {
  await (await box()).delete('outbox', id);
}

export type Sent = 'sent' | 'refused' | 'unreachable';

/** Posts one piece. Only the server's own word that it has the piece takes it off the phone. */
export async function send(piece: WaitingPiece, path: string): Promise<Sent> {
  const form = new FormData();
  form.set('id', piece.id);
  form.set('title', piece.title);
  form.set('price', piece.price);
  if (piece.photograph !== null) form.set('photograph', piece.photograph, 'photograph.webp');
  try {
    const response = await fetch(path, { method: 'POST', body: form, redirect: 'manual' });
    if (response.status === 422) return 'refused';
    if (!response.ok) return 'unreachable';
    await drop(piece.id);
    return 'sent';
  } catch {
    return 'unreachable';
  }
}

/** A photograph of a phone is four times what a page needs: 1600 pixels, as WebP, before it travels. */
export async function shrink(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
  } catch {
    return file;
  }
}
