/** Who leads the meeting of the demo; the person that sits at the screen, unless another agenda names another. */
export const demoChair = 'Ellen Brandt';

/**
 * The agenda of the demo, as its writer would have sent it: a steering group of people and places that do not exist,
 * with one closed item, a break, and points that ask for different answers.
 * @param day the day of the meeting in words, "6. marts 2026"
 */
export const demoAgenda = (day: string): string => `Dagsorden   Styregruppemøde i Lindeklyngen

Tidspunkt:  ${day} kl. 09:00 – 11.00
Sted: Lindeby Sygehus, Mødelokale 2

Mødeleder: ${demoChair}
Referent: Jonas Kjeldgaard

Inviterede: Lindeby Sygehus
${demoChair}, sygehusdirektør (formand)
Jonas Kjeldgaard, specialkonsulent
Nadia Holst, sygeplejefaglig direktør

Engholm Kommune
Peter Ladegaard, social- og sundhedsdirektør
Line Skovbo, sundhedschef

Almen praksis
Rasmus Toftegaard, praksiskonsulent

Afbud: Nadia Holst, sygeplejefaglig direktør

Bilag:
• Punkt 2_Model for fælles akutteam
• Punkt 3_Tal for udskrivelser, 3. kvartal

DAGSORDEN

1. Velkomst og godkendelse af dagsorden (kl. 09:00-09:05)

Indstilling
• At styregruppen godkender dagsordenen

Beskrivelse af sagen
Velkommen til Rasmus Toftegaard, der er ny praksiskonsulent i klyngen.

2. Fælles akutteam for borgere i eget hjem (kl. 09:05-09:35) V/ Line Skovbo

Indstilling
• At styregruppen godkender modellen for et fælles akutteam
• At styregruppen drøfter, hvordan teamet bemandes om natten
• At styregruppen beslutter, hvem der samler budgettet

Beskrivelse af sagen
Sygehuset og kommunen har i et halvt år prøvet at sende sygeplejersker ud sammen til borgere, der ellers ville
være blevet indlagt. Erfaringerne er gode om dagen, og tyndere om natten.

Bilag:
• Model for fælles akutteam

3. Status på udskrivelser til midlertidige pladser (kl. 09:35-09:55) V/ Peter Ladegaard

Indstilling
• At styregruppen tager orienteringen til efterretning

Beskrivelse af sagen
Ventetiden på en midlertidig plads er faldet fra fire dage til to siden foråret.

Bilag:
• Tal for udskrivelser, 3. kvartal

Pause kl. (15 min.) 09:55-10:10

4. Udpegning af leder til arbejdsgruppen om demens (LUKKET) (kl. 10:10-10:20)

Indstilling
• At styregruppen udpeger en leder blandt de to indstillede

Beskrivelse af sagen
De to indstillede er omtalt i det fortrolige notat, der er sendt til styregruppens medlemmer.

5. Hjemmemonitorering af borgere med KOL (kl. 10:20-10:45) V/ Rasmus Toftegaard

Indstilling
• At styregruppen drøfter erfaringerne fra de første fyrre borgere
• At styregruppen tager tidsplanen til efterretning

Beskrivelse af sagen
Fyrre borgere måler nu selv iltmætning og puls hjemme. Praksis svarer på målingerne inden for et døgn.

6. Eventuelt (kl. 10:45-11:00)
`;
