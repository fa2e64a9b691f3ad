import type { CleanLine } from './cleanLines.ts';
import { findMinutes, findTimes } from './clockAndDate.ts';
import type { NumberStyle } from './numberedLine.ts';
import { standingTitle } from './standingItems.ts';

export const presenterMark = /(?:^|[\s(,])(?:v\s?\/|v\.\s?(?=\p{L})|ved\s)/iu;
export const endsWithTime = /(?:\d{1,2}[.:]\d{2}\s*\)?|min(?:utter|\.)?\s*\)?|(?<!\p{L})m\.\s*\)?)\.?$/iu;
const monthFirst =
  /^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?!\p{L})/iu;
/** "4,2 mio. kr.", "15 kr. fra 1. juli": an amount that a line happens to begin with. */
const amount = /^(?:kr|pct|procent|mio|mia|stk|km|timer|minutter|dage|uger|år|%)(?!\p{L})/iu;

export const carriesTime = (text: string): boolean => findTimes(text) !== null || findMinutes(text) !== null;

/** Headings of one document share their look: style or tag, else weight and size; null where set like running text. */
export const lookOf = ({ evidence }: CleanLine): string | null =>
  evidence?.heading !== undefined
    ? `h${evidence.heading}`
    : evidence?.bold || (evidence?.size ?? 1) > 1.1
      ? `${evidence?.bold ? 'bold' : ''}${evidence?.size ?? 1}`
      : null;

/** What surrounds a line that may open an agenda item. */
export interface HeadingSurroundings {
  readonly style: NumberStyle | 'none';
  readonly minor: number;
  /** The line below, or the one after it, is a section label. */
  readonly labelBelow: 'next' | 'second' | 'none';
  /** The numbered line right above, in the same style, is one lower: a list rather than headings. */
  readonly inRun: boolean;
  /** The line below is the next number. */
  readonly followed: boolean;
  /** Its number goes on with a list inside a recommendation. */
  readonly continuesList: boolean;
  /** Dot leaders and a page number. */
  readonly contents: boolean;
}

/**
 * The one place that judges how much a line looks like the heading of an agenda item: its words, its layout, its
 * neighbours, and what the source told of it (style, weight, size). Above 0 speaks for a heading, 5 is near certain.
 */
export function headingLikeness(line: CleanLine, title: string, around: HeadingSurroundings): number {
  let evidence = around.style === 'none' ? 0 : 1;
  if (carriesTime(title)) evidence += 3;
  if (presenterMark.test(title)) evidence += 1.5;
  if (around.labelBelow === 'next') evidence += around.inRun ? 0 : 3;
  else if (around.labelBelow === 'second') evidence += around.inRun ? 0 : 1.5;
  if (line.gap > 0) evidence += 1;
  if (around.style === 'word' || around.style === 'ad' || around.style === 'section') evidence += 2;
  if (around.style === 'bare') evidence -= 0.3;
  if (around.style === 'lowerLetter' || around.style === 'upperLetter' || around.minor > 0) evidence -= 0.5;
  evidence += standingTitle(title);
  if (/[.;,]$/.test(title) && !endsWithTime.test(title) && !/^evt\.$/i.test(title)) evidence -= 1;
  if (/^\p{Ll}/u.test(title)) evidence -= 2;
  if (title.length > 220) evidence -= 2;
  if (around.continuesList) evidence -= 4;
  if (around.contents) evidence -= 4;
  if (monthFirst.test(title) || amount.test(title)) evidence -= 6;
  // what the source itself says
  const told = line.evidence;
  // style, weight and size mostly say the same thing, and count once; list entries are set like running text
  if (told?.heading !== undefined) evidence += 3;
  else if (told?.bold) evidence += 2;
  else if ((told?.size ?? 1) > 1.1) evidence += 1.5;
  if (told?.note) evidence -= 4;
  if (told?.list && told.list.level > 0) evidence -= 1;
  // one of several numbered lines on end: mostly a list, unless nothing better is found
  const doubt = (around.followed ? 1.5 : 0) + (around.inRun ? 2.5 : 0);
  return evidence > 0.2 ? Math.max(0.2, evidence - doubt) : evidence;
}
