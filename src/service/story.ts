import { cutConflicts, defined, type Edition } from '../model/index.ts';
import { RequestError } from '../pipeline/index.ts';

/** Find a story of an edition by its id or the beginning of one. Throws RequestError where that is not one story. */
function findStory({ stories }: Edition, name: string): Edition['stories'][number] {
  const fits = stories.filter(({ id }) => id === name || id.startsWith(name) || id.startsWith(`story-${name}`));
  const [story, ...others] = fits;
  if (story !== undefined && others.length === 0) return story;
  const some = stories.slice(0, 8).map(({ id, title }) => `\n  ${id}  ${title}`);
  throw new RequestError(`there is no one story "${name}"; name it by its id:${some.join('')}`);
}

/** Cut an edition to one story: its articles, and the incidents they report. */
export function cutStory(edition: Edition, name: string): Edition {
  const story = findStory(edition, name);
  const articles = new Set(story.articles);
  const incidents = edition.incidents.filter((incident) => incident.articles.some((id) => articles.has(id)));
  for (const incident of incidents) for (const id of incident.articles) articles.add(id);
  const isTold = new Set(incidents.map(({ id }) => id));
  const claims = edition.claims.filter(({ article }) => articles.has(article));
  return {
    ...edition,
    articles: edition.articles.filter(({ id }) => articles.has(id)),
    copies: edition.copies.filter(({ from, to }) => articles.has(from) && articles.has(to)),
    stories: [story],
    incidents,
    ...defined({ conflicts: edition.conflicts && cutConflicts(edition.conflicts, { articles, incidents: isTold }) }),
    claims,
    actors: edition.actors.filter((actor) => actor.incidents.some((id) => isTold.has(id))),
    ...(edition.entities === undefined
      ? {}
      : { entities: edition.entities.filter((entity) => entity.articles.some((id) => articles.has(id))) }),
    voices: edition.voices.filter(({ article }) => articles.has(article)),
    issues: edition.issues.filter(({ article }) => article !== undefined && articles.has(article)),
    ...(edition.decisions === undefined
      ? {}
      : { decisions: edition.decisions.filter(({ incident }) => incident !== undefined && isTold.has(incident)) }),
  };
}
