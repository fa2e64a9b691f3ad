import { localDate, writeDay } from '../../src/wording/dates.ts';

/** Who leads and who writes in the harbour committee. */
export const CHAIR = 'Inge Vind';
export const WRITER = 'Karl Toft';

const DAY_MS = 24 * 3_600_000;

/** A day so many days from now, as agendas write it. */
export const dayFrom = (days: number): string =>
  writeDay(localDate(new Date(Date.now() + days * DAY_MS).toISOString()));

/** An agenda of the harbour committee on that day, about one matter: of a series each is told by both. */
export const harbourAgenda = (day: string, matter: string): Buffer =>
  Buffer.from(`Dagsorden for møde i Havneudvalget
Tidspunkt: ${day} kl. 9.00-10.00
Mødeleder: ${CHAIR}
Referent: ${WRITER}

1. Velkomst og godkendelse af dagsorden
Indstilling
At udvalget godkender dagsordenen

2. ${matter}
Beskrivelse af sagen
Her er en beskrivelse af ${matter}.

3. Eventuelt
`);
