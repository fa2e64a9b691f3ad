/**
 * What the transport says by itself, where no meeting is known to answer. Danish: a tap or line that failed before it
 * was read has no language of its own.
 */
export const transportTexts = {
  failed: 'Noget gik galt i Punkt. Prøv igen om lidt.',
  late: 'Ikke gemt endnu – prøv igen om lidt.',
  brokenTap: 'Punkt kunne ikke læse det tryk. Åbn kortet igen, og prøv en gang til.',
  unknownInvoke: 'Det kan Punkt ikke.',
  lineFailed: 'Noget gik galt i Punkt. Se på kortet, om det blev gemt, og prøv ellers igen.',
} as const;
