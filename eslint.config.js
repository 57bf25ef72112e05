// @ts-check
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Rules of the house that a linter can hold; the rest are in test/house. */
export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'data', 'coverage', 'apps/web/build', 'apps/web/.react-router', '.dependency-cruiser.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      'no-undef': 'off',
      'no-console': ['error', { allow: ['error'] }],
      'prefer-const': ['error', { destructuring: 'all' }],
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'The environment is read in libs/platform/config alone.' },
        { selector: "CallExpression[callee.property.name=/^(withMetadata|keepMetadata|withExif|keepExif)$/]", message: 'A photograph never keeps its metadata: it can hold where a person lives.' },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is escaped, always.' },
        { selector: "CallExpression[callee.property.name=/^toLocale(String|DateString|TimeString)$/]", message: 'Format through one function with an explicit locale and zone.' },
      ],
    },
  },
  {
    // Nest injects by emitted metadata: a type-only import of a service would erase what it needs.
    files: ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts', 'apps/seed/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['libs/platform/config/config.ts', 'apps/start/**', 'test/**', '**/*.cli.ts', 'apps/web/**/*.config.ts', 'apps/web/app/format.ts', '**/*.contract*.spec.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['apps/start/**', 'test/**', '**/*.cli.ts', 'apps/api/print-schema.ts', 'apps/web/check-queries.ts'], rules: { 'no-console': 'off' } },
);
