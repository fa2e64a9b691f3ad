const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/u;

/** Whether a host, with or without its port, names this machine: a page of another name, rebound to it, does not. */
export const isLoopbackHost = (host: string | undefined): boolean => loopback.test(host ?? '');
