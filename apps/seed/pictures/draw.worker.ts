import { render, type PictureRequest } from './index.js';

/** One picture, on a thread of its own: drawing holds a core for up to three seconds. */
export default function draw(request: PictureRequest): Promise<Buffer> {
  return render(request);
}
