export { Faults, type Fault } from './sandbox.faults.js';
export { startStripeSandbox, type SandboxOptions, type StripeSandbox } from './sandbox.server.js';
