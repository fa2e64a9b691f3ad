import type { RequestHandler } from 'express';
import type { FloodGate } from '../floodGate.ts';
import type { AccessLinks } from './accessLinks.ts';
import { guardPage } from './guards.ts';
import { pageHandlers } from './pageHandlers.ts';
import type { PageRouteName } from './pageRoutes.ts';
import { type PageDeps, pageServices } from './services.ts';

/** What the server serves of the page. */
export interface Page {
  handlers(gate: FloodGate): Readonly<Record<PageRouteName, readonly RequestHandler[]>>;
  /** A meeting was changed in this process. */
  changed(meetingId: string): void;
  /** For who asks for a way into the page by a card. */
  readonly links: AccessLinks;
  /** Ends every stream. */
  close(): void;
}

export function createPage(deps: PageDeps): Page {
  const { config, logger } = deps;
  const services = pageServices(deps);
  const { live, visits, links } = services;
  return {
    links,
    changed: (meetingId) => live.changed(meetingId),
    close: () => live.close(),
    handlers: (gate) =>
      pageHandlers(deps, services, guardPage({ config, visits, gate, logger, fixed: config.language })),
  };
}
