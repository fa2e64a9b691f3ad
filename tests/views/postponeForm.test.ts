import { describe, expect, it } from '@jest/globals';
import { renderFitting } from '../../src/render/renderCard.ts';
import { postponeForm } from '../../src/views/forms.ts';
import { inputs } from '../support/cardReading.ts';
import { sightOf } from '../support/extremeMeetings.ts';
import { agenda, running } from '../support/meetingBuilder.ts';

describe('the form that postpones', () => {
  it('says the next meeting until something else is said, in the language of the minutes', () => {
    const asks = (language: 'da' | 'en', of = agenda()) =>
      inputs(renderFitting([postponeForm(sightOf(running(of), { language }), 'item-1')]).card).map(
        ({ label, value }) => [label, value],
      );
    expect(asks('da')).toEqual([['Til', 'næste møde']]);
    expect(asks('en')).toEqual([['Until', 'næste møde']]);
    expect(asks('en', agenda({ language: 'en' }))).toEqual([['Until', 'next meeting']]);
  });
});
