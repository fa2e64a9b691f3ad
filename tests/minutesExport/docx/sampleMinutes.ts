import type {
  MinutesBlock,
  MinutesDocument,
  MinutesItemPart,
  MinutesSectionPart,
} from '../../../src/views/minutesDocument.ts';

/** Fictitious minutes as a document, small and by hand: what a test does not say is as usual. */
export const block = (
  text: string,
  style: MinutesBlock['style'] = 'paragraph',
  remark = '',
): MinutesBlock => ({
  style,
  text,
  remark,
});

export const section = (
  itemId: string,
  kind: MinutesSectionPart['kind'],
  label: string | null,
  blocks: readonly MinutesBlock[],
): MinutesSectionPart => ({ id: `${itemId}:${kind}`, kind, label, blocks });

export const itemPart = (
  itemId: string,
  heading: string,
  sections: readonly MinutesSectionPart[] = [],
): MinutesItemPart => ({ itemId, kind: 'item', closed: false, heading, sections });

export const minutes = (fields: Partial<MinutesDocument> = {}): MinutesDocument => ({
  language: 'da',
  edition: 'full',
  title: 'Møde i Styregruppe Fjord',
  status: 'Udkast – ikke godkendt',
  facts: [
    { label: 'Forum', value: 'Styregruppe Fjord' },
    { label: 'Tidspunkt', value: 'den 6. marts 2031 kl. 9.00-11.00' },
    { label: 'Sted', value: 'Rådhuset, lokale 4' },
    { label: 'Mødeleder', value: 'Ida Brandt' },
    { label: 'Referent', value: 'Ole Krogh' },
  ],
  people: [
    {
      heading: 'Deltagere',
      groups: [
        { organisation: 'Fjordby Kommune', people: ['Ida Brandt, direktør (formand)', 'Asta Lund, chef'] },
        { organisation: 'Region Nordlyng', people: ['Ole Krogh, konsulent'] },
      ],
    },
    { heading: 'Afbud', groups: [{ organisation: null, people: ['Bo Winther, læge, Almen praksis'] }] },
  ],
  front: [],
  items: [
    itemPart('item-1', '1. Godkendelse af dagsorden (kl. 9.00-9.10)', [
      section('item-1', 'recommendation', 'Indstilling', [
        block('At Styregruppen godkender dagsordenen', 'bullet', 'Godkendt'),
      ]),
      section('item-1', 'decisions', 'Beslutning', [block('Dagsordenen blev godkendt.', 'bullet')]),
    ]),
    itemPart('item-2', '2. Status for havneprojektet (kl. 9.10-9.50) v. Asta Lund', [
      section('item-2', 'recommendation', 'Indstilling', [
        block('At Styregruppen tager status til efterretning', 'number', 'Taget til efterretning'),
        block('At Styregruppen drøfter tidsplanen', 'number', 'Ikke besvaret'),
      ]),
      section('item-2', 'description', 'Beskrivelse af sagen', [
        block('Molen er støbt, og kajen er asfalteret.\nBelysningen mangler.'),
      ]),
      section('item-2', 'attachments', 'Bilag', [block('Tidsplan for havnen', 'bullet')]),
      section('item-2', 'discussion', 'Referat', [
        block('Asta Lund viste billeder fra byggepladsen.'),
        block('Der var spørgsmål til prisen.', 'paragraph', 'Ikke bekræftet – foreslået af Bo Winther'),
      ]),
      section('item-2', 'decisions', 'Beslutning', [
        block('Status blev taget til efterretning.', 'bullet'),
        block('2.1 Der indhentes tilbud på belysning.', 'bullet', 'Tovholder: Asta Lund · Frist: uge 14'),
      ]),
    ]),
    { ...itemPart('item-3', 'Pause (kl. 9.50-10.00)'), kind: 'break' },
    itemPart('item-4', '4. Eventuelt'),
  ],
  back: [
    {
      id: 'tasks',
      heading: 'Opgaver',
      groups: [
        {
          heading: 'Fjordby Kommune',
          blocks: [block('2.1 Asta Lund: Der indhentes tilbud på belysning (frist: uge 14)', 'bullet')],
        },
      ],
    },
  ],
  metadata: {
    title: 'Møde i Styregruppe Fjord',
    date: '2031-03-06',
    forum: 'Styregruppe Fjord',
    caseNumber: '31/1234',
    documentType: 'Referat',
    confidentiality: 'Åben',
  },
  ...fields,
});
