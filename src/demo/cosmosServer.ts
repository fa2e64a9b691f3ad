import { once } from 'node:events';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { demoTexts } from '../wording/demoTexts.ts';
import { DemoRefusal } from './demoRefusal.ts';

/** What is used of `@vercel/cosmosdb-server`. */
interface CosmosServerPackage {
  createHttpServer(options: { keepAlive: boolean }): Server;
}

/**
 * A Cosmos DB in memory, on this machine only, which lives as long as the demo.
 * @returns the settings of a Punkt that uses it.
 * @throws DemoRefusal where it is not installed: Punkt itself does without it.
 */
export async function startCosmosServer(from: string = import.meta.url): Promise<Record<string, string>> {
  const server = load(from).createHttpServer({ keepAlive: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    PUNKT_STORE: 'cosmos',
    // The command line too may speak plain HTTP to it.
    PUNKT_MODE: 'development',
    COSMOS_ENDPOINT: `http://127.0.0.1:${port}`,
    // It takes any.
    COSMOS_KEY: Buffer.from('demo').toString('base64'),
  };
}

function load(from: string): CosmosServerPackage {
  try {
    return createRequire(from)('@vercel/cosmosdb-server') as CosmosServerPackage;
  } catch {
    throw new DemoRefusal(demoTexts.noCosmosServer);
  }
}
