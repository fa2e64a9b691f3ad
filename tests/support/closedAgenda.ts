/** A fictitious agenda with two closed items. */

export const CHAIR = 'Merle Skovgaard';
export const WRITER = 'Anker Lindtoft';
export const MEMBER = 'Sille Vang';

/** Words that stand only in the closed items, and in what is decided there. */
export const SECRETS = [
  'Flerkopinden',
  'Zebrahegnet',
  'Kvartsgruben',
  'Xenonnotat',
  'Wolframsen',
  'Yttriumgaarden',
  'Opsigelsen',
  'Paladsforliget',
  'Rutheniumsag',
];
export const AGENDA = `Dagsorden   MØDE I BRUGERRÅDET
Tidspunkt: 12. september 2024 kl. 09:00 – 11.00
Sted: Rådhuset
Mødeleder: ${CHAIR}
Referent: ${WRITER}

Inviterede: Engby Kommune
${CHAIR}, formand
${WRITER}, konsulent
${MEMBER}, medlem

DAGSORDEN

1. Velkomst (kl. 09:00-09:10)

Indstilling
• At brugerrådet godkender dagsordenen

Beskrivelse af sagen
Velkommen til alle.

2. Flerkopinden og lejemålet (LUKKET) (kl. 09:10-09:40) V/ Wanda Wolframsen

Indstilling
• At brugerrådet godkender Zebrahegnet
• At brugerrådet drøfter den anden sag

Beskrivelse af sagen
Sagen om Kvartsgruben er fortrolig.

Bilag:
• Xenonnotat

3. Havedag (kl. 09:40-10:00) V/ ${MEMBER}

Indstilling
• At brugerrådet drøfter havedagen

Beskrivelse af sagen
Datoen skal findes.

4. Yttriumgaarden (LUKKET) (kl. 10:00-10:30)

Indstilling
• At brugerrådet tager orienteringen til efterretning

5. Eventuelt (kl. 10:30-11.00)
`;
