import { jsonMalformed, jsonNotAnAgenda } from '../wording/importProblems.ts';
import { ImportedAgenda } from './contract.ts';
import type { Refusal } from './source.ts';

export type JsonReading = { ok: true; agenda: ImportedAgenda } | Refusal;

/** Reads the contract's JSON; the first thing that does not fit is named by its path. */
export function readAgendaJson(text: string): JsonReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, code: 'jsonMalformed', message: jsonMalformed.da, english: jsonMalformed.en };
  }
  const parsed = ImportedAgenda.safeParse(value);
  if (parsed.success) return { ok: true, agenda: parsed.data };
  const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  const { da, en } = jsonNotAnAgenda(path);
  return { ok: false, code: 'jsonNotAnAgenda', message: da, english: en };
}
