export * from './actor.js';
export * from './clock.js';
export * from './errors.js';
export * from './hs-code.js';
export * from './id.js';
export * from './lifecycle.js';
export * from './money.js';
export * from './text.js';
