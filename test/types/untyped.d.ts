declare module 's3rver' {
  export default class S3rver {
    constructor(options: { port: number; address: string; silent: boolean; directory: string });
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}

declare module 'smtp-server' {
  import type { Readable } from 'node:stream';
  import type { AddressInfo, Server } from 'node:net';
  export class SMTPServer {
    readonly server: Omit<Server, 'address'> & { address(): AddressInfo };
    constructor(options: { authOptional: boolean; disabledCommands?: string[]; onData(stream: Readable, session: unknown, done: (error?: Error) => void): void });
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
  }
}
