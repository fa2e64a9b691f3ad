import { useState } from 'react';
import type { Language } from '../../meeting/agenda.ts';
import type { PageRefusal } from '../../views/page/pageAnswers.ts';
import { pageAfterTexts } from '../../wording/page/afterTexts.ts';
import type { Choice } from '../menu.tsx';
import { useRoom } from '../room.ts';
import { useRoomFetch } from '../useAnswer.ts';

const formats = ['docx', 'pdf', 'md', 'json'] as const;
type Format = (typeof formats)[number];
type Edition = 'full' | 'public';

export interface Downloads {
  /** The files that can be had; `version` null: of the newest. */
  choices(version: number | null): readonly Choice[];
  /** What became of the last one. */
  readonly said: { readonly ok: boolean; readonly text: string } | null;
}

/** The minutes as files. With closed items there is a public edition besides. */
export function useDownloads(): Downloads {
  const { view, language } = useRoom();
  const fetch = useRoomFetch();
  const texts = pageAfterTexts[language];
  const [said, setSaid] = useState<Downloads['said']>(null);
  const editions: readonly Edition[] = view.items.some(({ closed }) => closed)
    ? ['full', 'public']
    : ['full'];
  const get = async (format: Format, edition: Edition, version: number | null) => {
    setSaid(null);
    const asked = new URLSearchParams({
      format,
      edition,
      ...(version === null ? {} : { version: `${version}` }),
    });
    try {
      const response = await fetch(`/minutes?${asked}`);
      if (!response.ok) return setSaid({ ok: false, text: await sentenceOf(response, language) });
      const name = nameOf(response.headers.get('content-disposition')) ?? `${texts.minutes}.${format}`;
      save(await response.blob(), name);
      setSaid({ ok: true, text: texts.fetched(name) });
    } catch {
      setSaid({ ok: false, text: texts.fetchFailed });
    }
  };
  return {
    said,
    choices: (version) =>
      editions.flatMap((edition) =>
        formats.map((format) => ({
          label: edition === 'full' ? texts.formats[format] : texts.publicFormat(texts.formats[format]),
          choose: () => void get(format, edition, version),
        })),
      ),
  };
}

async function sentenceOf(response: Response, language: Language): Promise<string> {
  const body = (await response.json().catch(() => null)) as Partial<PageRefusal> | null;
  return body?.sentence ?? pageAfterTexts[language].fetchFailed;
}

/** The file's name out of its header, in UTF-8 where it is given so. */
export function nameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/iu.exec(disposition ?? '')?.[1] ?? null;
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
