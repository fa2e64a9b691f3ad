import type { Page } from 'playwright-core';
import { demoAgenda } from '../../src/demo/demoAgenda.ts';
import { chair, type PageMeeting, participant } from './pageMeeting.ts';
import { drop, soendervangDay } from './preparingPage.ts';

/** Menus, dialogs and what is asked in place close again, so that the next state begins from the same. */
const rest = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  const cancel = page.getByRole('button', { name: 'Annullér' });
  if (await cancel.isVisible()) await cancel.click();
};
const more = async (page: Page, label: string): Promise<void> => {
  await page.getByRole('button', { name: 'Mere', exact: true }).click();
  await page.getByRole('menuitem', { name: label }).click();
};

/** Walks through what is seen before the meeting of `soendervangDay`, from an agenda that waits on; stops at each state with its name. */
export async function* beforeStates(page: Page): AsyncGenerator<string> {
  await page.getByRole('button', { name: 'Brug dagsordenen' }).waitFor();
  yield 'import';
  await drop(page, 'refused/old.doc');
  await page.locator('.uploadState').getByText('.docx').waitFor();
  yield 'import-refused';
  await drop(page, 'klynge-soendervang.docx');
  await page.getByRole('heading', { name: '»klynge-soendervang.docx« er læst' }).waitFor();
  await page.locator('.block').first().waitFor();
  yield 'import-warnings';
  await page.getByRole('button', { name: 'Brug dagsordenen' }).click();
  await page.getByRole('button', { name: 'Brug dagsordenen' }).waitFor({ state: 'detached' });
  await page.locator('.rowButton').nth(3).waitFor();
  await page.locator('.rowButton').nth(1).focus();
  yield 'agenda';
  await page.locator('.rowButton').nth(3).click();
  await page.getByRole('textbox', { name: 'Indstillingspunkt 2' }).focus();
  yield 'item';
  await page.locator('.rowLine .menu > button').nth(1).click();
  yield 'item-menu';
  await rest(page);
  await page.getByRole('tab', { name: 'Deltagere' }).click();
  await page.locator('button.personName').nth(1).click();
  yield 'people';
  await page.getByRole('tab', { name: 'Mødet' }).click();
  yield 'meeting';
  await more(page, 'Start ved et andet punkt');
  yield 'start';
  await rest(page);
  await more(page, 'Mødet er holdt uden Punkt');
  yield 'afterwards';
  await rest(page);
  await more(page, 'Adgangslink til …');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await dialog.getByRole('option').nth(1).click();
  await dialog.getByRole('button', { name: 'Lav link' }).click();
  await dialog.locator('.freshLink').waitFor();
  yield 'links';
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const text = demoAgenda(soendervangDay).replace('6. Eventuelt', '6. Evaluering af mødet');
  await drop(page, { name: 'dagsorden, ny udgave.txt', text });
  await page.getByRole('heading', { name: 'Det nye i denne udgave' }).waitFor();
  yield 'new-edition';
}

/** The meeting is held: answers, a decision of a participant, and a discussion that was rewritten afterwards. */
export async function heldAndEnded(meeting: PageMeeting): Promise<void> {
  await meeting.decides(participant, '2', 'Line Skovbo samler budgettet inden uge 40.');
  const { itemId } = await meeting.item('2');
  await meeting.does(chair, { ask: 'answer', itemId });
  const write = (text: string, basedOn: string) =>
    meeting.does(chair, { ask: 'writeDiscussion', itemId, basedOn, text });
  const first = 'Modellen blev drøftet, og der var opbakning til at begynde om dagen.';
  await write(first, '');
  const here = (await meeting.view()).head.position?.itemId ?? '';
  await meeting.does(chair, { ask: 'adjourn', fromItemId: here });
  await write(
    'Modellen blev drøftet grundigt, og der var bred opbakning til at begynde i dagtimerne.',
    first,
  );
  const text = 'Efter mødet er det afklaret, at tidsplanen holder.';
  await meeting.does(chair, { ask: 'addAddendum', addendumId: 'a-1', itemId, text });
}

/** Walks through what is seen after the meeting, up to its approval where `approve` says so. */
export async function* afterStates(page: Page, approve: boolean): AsyncGenerator<string> {
  await page.locator('.paper').waitFor();
  yield 'minutes';
  await page.getByRole('button', { name: 'Hent referat' }).click();
  yield 'fetch';
  await rest(page);
  await page.getByRole('button', { name: 'Tilføj efter mødet' }).click();
  yield 'addition';
  await rest(page);
  await page.getByRole('button', { name: /^Stryg: / }).click();
  yield 'strike';
  await page.getByRole('button', { name: 'Behold den' }).click();
  await page.getByRole('tab', { name: 'Versioner' }).click();
  await page.getByRole('button', { name: 'Sammenlign' }).click();
  // The meeting's end against the newest.
  await page.getByLabel('Fra').selectOption({ index: (await page.locator('.versions li').count()) - 1 });
  await page.locator('ins').first().waitFor();
  yield 'compare';
  await page.getByText('Side om side').click();
  await page.locator('td ins').first().waitFor();
  yield 'beside';
  await page.getByRole('tab', { name: 'Log' }).click();
  await page.locator('.log tbody tr').first().waitFor();
  yield 'log';
  await page.getByRole('tab', { name: 'Referat' }).last().click();
  await page.getByRole('button', { name: 'Godkend referat' }).click();
  yield 'approval';
  if (!approve) return;
  await page.getByRole('button', { name: 'Godkend nu' }).click();
  await page.locator('.paperStatus', { hasText: 'Godkendt' }).waitFor();
  yield 'approved';
}
