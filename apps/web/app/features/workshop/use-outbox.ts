import { useCallback, useEffect, useRef, useState } from 'react';
import { drop, keep, send, waiting, type Sent, type WaitingPiece } from './outbox.js';

export interface Outbox {
  pieces: readonly WaitingPiece[];
  /** Pieces the server looked at and refused: their maker must look again. */
  refused: ReadonlySet<string>;
  /** Keeps the piece on the phone first, then tries to send it. */
  post(piece: WaitingPiece): Promise<Sent>;
  flush(): Promise<void>;
  remove(id: string): Promise<void>;
}

const AGAIN_MS = 5_000;

/** The pieces that wait on this phone; sent on arrival, when the network returns, and at a tap. */
export function useOutbox(owner: string, path: string): Outbox {
  const [pieces, setPieces] = useState<readonly WaitingPiece[]>([]);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const busy = useRef(false);
  const look = useCallback(async () => setPieces(await waiting(owner)), [owner]);

  const flush = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    for (const piece of await waiting(owner)) {
      const sent = await send(piece, path);
      if (sent === 'unreachable') break;
      if (sent === 'refused') setRefused((known) => new Set([...known, piece.id]));
      await look();
    }
    busy.current = false;
    await look();
  }, [owner, path, look]);

  useEffect(() => {
    const again = (): void => void flush();
    again();
    // "online" often comes before the first packet passes, so a piece that still waits is tried again.
    const timer = setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [flush]);

  return {
    pieces,
    refused,
    flush,
    async post(piece) {
      await keep(piece);
      const sent = await send(piece, path);
      await look();
      return sent;
    },
    async remove(id) {
      await drop(id);
      await look();
    },
  };
}
