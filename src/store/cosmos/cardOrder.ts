import { partitionPart } from './itemKey.ts';
import type { Items } from './items.ts';
import { BACKGROUND } from './requests.ts';

/** Id of the counter in a conversation's partition. */
export const ORDER_ID = 'outbox~order';

/** The next place in the order of a conversation's cards. A place that a lost answer or a crash takes stays empty. */
export async function nextOrder(items: Items, conversationId: string): Promise<number> {
  const partition = partitionPart(conversationId);
  for (;;) {
    const order = await items.increment(ORDER_ID, partition, 'last', 1, BACKGROUND);
    if (order !== undefined) return order;
    const counter = { id: ORDER_ID, partition, fields: { last: 0 }, body: {} };
    await items.put(counter, 'absent', BACKGROUND);
  }
}

/** Makes later cards come behind `order`. */
export async function raiseOrder(items: Items, conversationId: string, order: number): Promise<void> {
  const partition = partitionPart(conversationId);
  for (;;) {
    const counter = await items.read(ORDER_ID, partition, BACKGROUND);
    if (counter && Number(counter.last) >= order) return;
    const raised = { id: ORDER_ID, partition, fields: { last: order }, body: {} };
    const expected = counter ? { etag: counter._etag } : 'absent';
    if (typeof (await items.put(raised, expected, BACKGROUND)) === 'object') return;
  }
}
