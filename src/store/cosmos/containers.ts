import type { ContainerDefinition } from '@azure/cosmos';

/** What this code writes. Raised when an older Punkt would misread the store. */
export const FORMAT = 1;

export type ContainerName = 'meetings' | 'drafts' | 'conversations';

/** The property that each container is partitioned by. */
export const partitionKeys = {
  meetings: 'meetingId',
  drafts: 'meetingId',
  conversations: 'conversationId',
} as const satisfies Record<ContainerName, string>;

/**
 * What is indexed: only what is asked for. Of the drafts, which other systems ask as they like, everything but the
 * long texts. (Microsoft, "Indexing policies": a partition key is not indexed by itself.)
 */
const indexed = {
  meetings: only('/meetingId/?', '/version/?', '/collection/?', '/partOf/?'),
  drafts: {
    includedPaths: [{ path: '/*' }],
    excludedPaths: [
      '/description/?',
      '/recommendations/[]/text/?',
      '/recommendations/[]/sentence/?',
      '/decisions/[]/text/?',
      '/decisions/[]/earlier/*',
      '/notes/[]/text/?',
      '/notes/[]/earlier/*',
      '/value/*',
      '/split/*',
      '/part/?',
      '/writeId/?',
      '/"_etag"/?',
    ].map((path) => ({ path })),
  },
  conversations: only('/conversationId/?', '/collection/?', '/waitsUntil/?', '/partOf/?'),
} as const;

function only(...paths: readonly string[]) {
  return { includedPaths: paths.map((path) => ({ path })), excludedPaths: [{ path: '/*' }] };
}

/** As a container is created. `version: 2` hashes the whole of a long partition value. */
export function definitionOf(name: ContainerName): ContainerDefinition & { id: ContainerName } {
  const { includedPaths, excludedPaths } = indexed[name];
  return {
    id: name,
    partitionKey: { paths: [`/${partitionKeys[name]}`], version: 2 },
    indexingPolicy: {
      indexingMode: 'consistent',
      automatic: true,
      includedPaths: [...includedPaths],
      excludedPaths: [...excludedPaths],
    },
  };
}

/** For people: `meetings (/meetingId), …`. */
export const containersInWords = (Object.keys(partitionKeys) as ContainerName[])
  .map((name) => `${name} (/${partitionKeys[name]})`)
  .join(', ');
