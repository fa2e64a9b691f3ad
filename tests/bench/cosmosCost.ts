import type { SeenRequest } from '../support/faultyProxy.ts';

/**
 * Request units of a point read and of a write, by the size of the item in KB, from Microsoft's table in "Understand
 * request unit consumption" (learn.microsoft.com/azure/cosmos-db/understand-request-unit-consumption). The server in
 * this process always says 1.
 */
const table: readonly (readonly [kilobytes: number, read: number, write: number])[] = [
  [1, 1, 4.95],
  [2, 1.04, 6.29],
  [4, 1.14, 6.67],
  [8, 1.33, 7.04],
  [16, 1.67, 9.52],
  [32, 2.19, 11.23],
  [64, 4.76, 22.67],
  [128, 9.95, 48.19],
  [256, 20.28, 98.29],
  [512, 40.95, 184.57],
  [1024, 145.9, 625],
  [2048, 291.8, 1250],
];

/** Of a query there is no table: what an empty one is seen to cost, and the reading of what it gives. */
export const QUERY = 2.5;

/** Between two rows of the table in a straight line. */
function charge(bytes: number, column: 1 | 2): number {
  const kilobytes = bytes / 1_024;
  const above = table.findIndex(([size]) => size >= kilobytes);
  const high = table[above < 0 ? table.length - 1 : above];
  const low = table[Math.max(0, above - 1)];
  if (!high || !low || above <= 0) return high?.[column] ?? 0;
  return low[column] + ((kilobytes - low[0]) / (high[0] - low[0])) * (high[column] - low[column]);
}

function unitsOf({ method, query, sent, received }: SeenRequest): number {
  if (query !== null) return QUERY + charge(received, 1) - 1;
  return method === 'GET' ? charge(received, 1) : charge(Math.max(sent, received), 2);
}

/** What a server asks again and again, whether anything happens or not: for cards to send, and for nudges. */
export const isLooking = ({ query }: SeenRequest): boolean =>
  query !== null &&
  (query.includes('"nudges"') || (query.includes('waitsUntil') && !query.includes('@partition')));

export interface Cost {
  readonly requests: number;
  readonly queries: number;
  readonly units: number;
  /** Bytes of bodies, both ways. */
  readonly bytes: number;
}

/** What these requests come to; without the looking for work, which costs the same when nothing happens. */
export function costOf(requests: readonly SeenRequest[]): Cost {
  const own = requests.filter((request) => !isLooking(request) && request.path.includes('/docs'));
  return {
    requests: own.length,
    queries: own.filter(({ query }) => query !== null).length,
    units: own.reduce((sum, request) => sum + unitsOf(request), 0),
    bytes: own.reduce((sum, { sent, received }) => sum + sent + received, 0),
  };
}
