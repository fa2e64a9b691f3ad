import type { Layout } from '../meeting/agenda.ts';

/**
 * For agendas that bring no layout of their own (JSON, made by hand): the recommendation first, each section under its
 * heading; or the case first and under none, the points numbered, the head as minutes of a working body have it.
 * English minutes put their own headings in place of these.
 */
export const builtInLayouts = {
  recommendationFirst: {
    sections: [
      { kind: 'recommendation', label: 'Indstilling' },
      { kind: 'description', label: 'Beskrivelse af sagen' },
      { kind: 'attachments', label: 'Bilag' },
      { kind: 'discussion', label: 'Referat' },
      { kind: 'decisions', label: 'Beslutning' },
    ],
    points: 'bullets',
  },
  caseFirst: {
    sections: [
      { kind: 'description', label: null },
      { kind: 'attachments', label: 'Bilag' },
      { kind: 'recommendation', label: 'Det indstilles' },
      { kind: 'discussion', label: 'Referat' },
      { kind: 'decisions', label: 'Beslutning' },
    ],
    points: 'numbers',
    header: [
      { part: 'participants', label: 'Deltagere' },
      { part: 'apologies', label: 'Afbud' },
      { part: 'when', label: 'Mødedato' },
      { part: 'when', label: 'Tidspunkt' },
      { part: 'place', label: 'Sted' },
      { part: 'chair', label: 'Ordstyrer' },
      { part: 'minuteTaker', label: 'Referent' },
    ],
  },
} satisfies Record<string, Layout>;
export type BuiltInLayout = keyof typeof builtInLayouts;
