import type { Fault } from '../fault.ts';
import { contrastOf, leastContrast } from './contrast.ts';

/** Half pixels come from rounding. */
const SLACK = 1;

/** Everything that is wrong with what is drawn in `stage`. */
export function faultsOf(stage: HTMLElement): Fault[] {
  return [...cutLabels(stage), ...cutPlaceholders(stage), ...texts(stage), ...unlabelled(stage)];
}

const wordsOf = (element: Element): string => (element.textContent ?? '').trim().slice(0, 60);

/** Labels that their box hides a part of. */
function* cutLabels(stage: HTMLElement): Generator<Fault> {
  for (const button of stage.querySelectorAll<HTMLElement>('.ac-pushButton')) {
    for (const part of [button, ...button.querySelectorAll<HTMLElement>('*')]) {
      const measure = Math.max(part.scrollWidth - part.clientWidth, part.scrollHeight - part.clientHeight);
      if (part.clientWidth > 0 && measure > SLACK) yield { kind: 'cut', text: wordsOf(button), measure };
    }
  }
}

const pen = document.createElement('canvas').getContext('2d');

/** Placeholders longer than the line that they stand in. */
function* cutPlaceholders(stage: HTMLElement): Generator<Fault> {
  for (const field of stage.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    if (!pen || field.placeholder === '') continue;
    const style = getComputedStyle(field);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const room =
      field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    const measure = pen.measureText(field.placeholder).width - room;
    if (measure > SLACK) yield { kind: 'cut', text: field.placeholder, measure };
  }
}

/** Text that runs out of the card or of a box that hides the rest, or that is too faint to read. */
function* texts(stage: HTMLElement): Generator<Fault> {
  const card = stage.getBoundingClientRect();
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim();
    const parent = node.parentElement;
    // The star of a required field is Teams' own, and said otherwise to who cannot see it.
    if (text === '' || !parent || parent.closest('option, datalist, [aria-hidden=true]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()];
    if (boxes.length === 0) continue;
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    const outside = Math.max(card.left - left, right - card.right);
    if (outside > SLACK) yield { kind: 'outside', text: text.slice(0, 60), measure: outside };
    const hidden = hiddenPart(parent, stage, left, right);
    if (hidden > SLACK) yield { kind: 'cut', text: text.slice(0, 60), measure: hidden };
    const contrast = contrastOf(parent);
    if (contrast < leastContrast(parent)) yield { kind: 'faint', text: text.slice(0, 60), measure: contrast };
  }
}

/** Pixels of a text that a box around it hides. */
function hiddenPart(element: Element, stage: Element, left: number, right: number): number {
  let most = 0;
  for (let box: Element | null = element; box && box !== stage; box = box.parentElement) {
    if (getComputedStyle(box).overflowX === 'visible') continue;
    const edges = box.getBoundingClientRect();
    most = Math.max(most, edges.left - left, right - edges.right);
  }
  return most;
}

/** Fields without words that say what they are for; a placeholder goes with the first letter, and is none. */
function* unlabelled(stage: HTMLElement): Generator<Fault> {
  for (const field of stage.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
    const ids = (field.getAttribute('aria-labelledby') ?? '').split(/\s+/u).filter(Boolean);
    const words = [
      ...ids.map((id) => document.getElementById(id)?.textContent ?? ''),
      ...[...(field.labels ?? [])].map((label) => label.textContent ?? ''),
    ];
    if (words.every((word) => word.trim() === '')) yield { kind: 'unlabelled', text: field.type, measure: 0 };
  }
}
