import { DOMSerializer, type Fragment } from 'prosemirror-model';
import { levelOf, schema } from './schema.ts';

/** Copied bullets are lists for Word and mail. */
class ListSerializer extends DOMSerializer {
  override serializeFragment(
    fragment: Fragment,
    _options?: unknown,
    target: HTMLElement | DocumentFragment = document.createDocumentFragment(),
  ): HTMLElement | DocumentFragment {
    const open: HTMLElement[] = [];
    fragment.forEach((line) => {
      if (!line.isBlock) {
        target.append(line.textContent);
        return;
      }
      const level = levelOf(line);
      open.length = Math.min(open.length, level);
      while (open.length < level) {
        const list = document.createElement('ul');
        (open.at(-1)?.lastElementChild ?? open.at(-1) ?? target).append(list);
        open.push(list);
      }
      const entry = document.createElement(level === 0 ? 'p' : 'li');
      entry.textContent = line.textContent;
      (open.at(-1) ?? target).append(entry);
    });
    return target;
  }
}

export const clipboardLines: DOMSerializer = new ListSerializer(
  DOMSerializer.nodesFromSchema(schema),
  DOMSerializer.marksFromSchema(schema),
);
