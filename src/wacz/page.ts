import { Parser } from 'htmlparser2';

/** What a page says of itself, and what it shows that lies elsewhere. */
export interface PageParts {
  readonly title?: string;
  /** Addresses of pictures, films, sounds, styles and scripts, in the order of the page. */
  readonly media: readonly string[];
}

const sources: Readonly<Record<string, string>> = {
  img: 'src',
  source: 'src',
  video: 'src',
  audio: 'src',
  track: 'src',
  embed: 'src',
  script: 'src',
  object: 'data',
};

/** Read the title of a page of HTML, and the addresses of what it shows. */
export function readPageParts(html: string, base: string): PageParts {
  const found = new Set<string>();
  let root = base;
  let title: string | undefined;
  let isTitle = false;
  const note = (value: string | undefined): void => {
    if (value !== undefined && URL.canParse(value, root)) found.add(new URL(value, root).href.replace(/#.*$/, ''));
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'base' && attributes.href !== undefined && URL.canParse(attributes.href, base))
        root = new URL(attributes.href, base).href;
      isTitle = name === 'title' && title === undefined;
      if (Object.hasOwn(sources, name)) note(attributes[sources[name] ?? '']);
      for (const one of attributes.srcset?.split(',') ?? []) note(one.trim().split(/\s+/)[0]);
      if (name === 'link' && /\b(?:stylesheet|icon)\b/i.test(attributes.rel ?? '')) note(attributes.href);
      if (name === 'video') note(attributes.poster);
    },
    ontext: (text) => {
      if (isTitle) title = (title ?? '') + text;
    },
    onclosetag: () => {
      isTitle = false;
    },
  });
  parser.end(html);
  const told = title?.replace(/\s+/g, ' ').trim();
  const media = [...found].filter((url) => /^https?:/.test(url));
  return told === undefined || told === '' ? { media } : { title: told, media };
}
