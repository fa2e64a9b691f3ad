/** What Danish agendas open and close with, whoever meets. */
const frame =
  /^(?:velkom(?:st|men)|welcome|godkendelse af (?:\p{L}+ )?(?:dagsorden|referat|protokol)|approval of|valg af (?:dirigent|ordstyrer|mødeleder|referent|stemmetællere)|eventuelt|evt\.?|aob|any other business|næste møde|kommende møder|punkter til (?:næste|kommende)|underskrift(?:sark)?)(?!\p{L})/iu;

/** Items that stand on many agendas. */
const standing =
  /^(?:(?:gensidig |skriftlige? |mundtlige? )?orientering(?:er|spunkter|ssager)?|meddelelser|nyt fra|siden sidst|økonomi|regnskab|budget(?:opfølgning)?|status|opfølgning|mødeplan|mødedatoer|indkomne forslag|(?:\p{L}+ )?beretning|konstituering|bordet rundt|referat fra|protokol fra|godkendelse af|valg (?:af|til)|fastsættelse af|fremlæggelse af)(?!\p{L})/iu;

/** How much a title speaks for an agenda item by its words alone. */
export function standingTitle(title: string): 0 | 0.7 | 1.5 {
  if (frame.test(title)) return 1.5;
  return standing.test(title) ? 0.7 : 0;
}
