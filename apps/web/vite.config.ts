import { fileURLToPath } from 'node:url';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { reactRouter } from '@react-router/dev/vite';
import tailwind from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';

/** Catalogues stay plain ICU for translators; the browser gets them parsed and never carries the parser. */
const icuCatalogues: Plugin = {
  name: 'icu-catalogues',
  transform: {
    order: 'pre',
    handler(code, id) {
      if (!/\/i18n\/[\w./-]+\.json$/.test(id)) return undefined;
      const messages = Object.entries(JSON.parse(code) as Record<string, string>);
      const compiled = Object.fromEntries(messages.map(([key, message]) => [key, compileMessage(message)]));
      return { code: `export default ${JSON.stringify(compiled)}`, moduleType: 'js' };
    },
  },
};

export default defineConfig(({ command }) => {
  // A rehearsal of the house is built from a development environment; browsers are sent the small React all the same.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    plugins: [icuCatalogues, tailwind(), reactRouter()],
    build: { target: 'es2022' },
  };
});
