import { Server } from 'node:net';

/**
 * Preloaded into the Playground, which listens on all interfaces and has no setting for it: nobody but this machine
 * is to reach a chat in which everyone is the chair.
 */
const { listen } = Server.prototype;
Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  const [port, host, ...rest] = args;
  const open = typeof port === 'number' && typeof host !== 'string';
  const limited = open ? [port, '127.0.0.1', ...(host === undefined ? [] : [host]), ...rest] : args;
  return Reflect.apply(listen, this, limited);
} as typeof listen;
