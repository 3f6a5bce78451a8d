import type { InputReadings } from '../intake/load.ts';

/** What a run did with an input. */
type InputOutcome = 'read' | 'skipped' | 'quarantined';

/**
 * Tell in one line of JSON what became of an input; nothing in it depends on when or how often the run was begun.
 *
 * `fate` is `read` where at least one article came of it, `skipped` where it is a double of another input or of no use without being
 * wrong, `quarantined` where nothing could be had of it; `because` gives the reasons, also for single records of an input that was read.
 */
export function describeInput(part: InputReadings): string {
  const { path, content, bytes, articles, records, setAside } = part;
  const because = part.issues
    .filter(({ code, article, severity }) =>
      article === undefined ? severity !== 'info' || code === 'pipeline/duplicate-input' : false,
    )
    .map(({ code, message, path: at }) => ({
      code,
      message,
      ...(at === undefined || at === path ? {} : { path: at }),
    }));
  return JSON.stringify({
    path: path ?? null,
    fate: fateOf(part),
    ...(content === undefined ? {} : { content, bytes }),
    articles: articles.length,
    records,
    setAside,
    because,
  });
}

function fateOf({ articles, setAside }: InputReadings): InputOutcome {
  if (articles.length > 0) return 'read';
  return setAside > 0 ? 'quarantined' : 'skipped';
}
