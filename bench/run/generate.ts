/** One invented article, as a JSON record with the field names of news-please. */
export interface InventedArticle {
  readonly title: string;
  readonly maintext: string;
  readonly date_publish: string;
  readonly url: string;
}

const towns = ['Norwick', 'Eastholm', 'Varlow', 'Pellmouth', 'Grenby', 'Sallow Bay', 'Kestrel Hill', 'Dunmere'];
const venues = ['a market', 'a bus station', 'a mill', 'a school gymnasium', 'a ferry pier', 'a town hall'];
const happenings = [
  { title: 'shooting', trigger: 'a gunman opened fire', type: 'shooting' },
  { title: 'fire', trigger: 'a fire broke out', type: 'fire' },
  { title: 'bombing', trigger: 'a bomb exploded', type: 'bombing' },
  { title: 'crash', trigger: 'two buses collided', type: 'crash' },
];
const speakers = [
  'police',
  'the health ministry',
  'the mayor',
  'a spokeswoman for the fire service',
  'hospital officials',
];
const fillers = [
  'Roads into the town were closed until late in the evening while crews worked at the scene.',
  'Neighbours brought blankets and hot drinks to the families who waited outside the building.',
  'The council said a meeting planned for the following week would be postponed.',
  'An inquiry has been opened, and its first findings are expected within two months.',
  'Witnesses described a loud noise, then smoke, then people running towards the river.',
  'The building, which seats about 1,200 people, was opened in 1987 and repaired four years ago.',
];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** Make a repeatable random generator: `dice(6)` is 0 to 5 (a linear congruential generator; constants of Numerical Recipes). */
export function makeDice(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Make invented reports, about four for each incident; the same count and seed give the same reports. */
export function generateArticles(count: number, seed = 1): readonly InventedArticle[] {
  return Array.from({ length: count }, (_, at) => {
    const story = makeDice(seed + Math.floor(at / 4));
    const own = makeDice(seed * 7919 + at);
    const pick = <T>(list: readonly T[], dice: (limit: number) => number): T => list[dice(list.length)] as T;
    const [town, venue, happening] = [pick(towns, story), pick(venues, story), pick(happenings, story)];
    const [killed, injured, day] = [story(12) + 1, story(40) + 2, story(5)];
    const date = new Date(Date.UTC(2024, 0, 8 + story(300) * 7 + (day % 5))).toISOString().slice(0, 10);
    const paragraphs = [
      `At least ${killed} people were killed and ${injured} injured when ${happening.trigger} at ${venue} in ${town} on ${days[day]}, ${pick(speakers, own)} said.`,
      `${pick(fillers, own)} ${pick(fillers, own)}`,
      `"We are still counting," ${pick(speakers, own)} said. ${own(4) + 1} of the injured were in a critical condition.`,
      `It was the worst ${happening.title} in ${town} since ${1950 + own(60)}, when ${own(30) + 13} people died.`,
      pick(fillers, own),
      `${pick(speakers, own)} said ${own(3) + 1} people had been arrested. ${pick(fillers, own)}`,
    ];
    return {
      title: `${killed} killed in ${town} ${happening.title}`,
      maintext: paragraphs.join('\n\n'),
      date_publish: `${date} 18:00:00`,
      url: `https://paper-${own(9)}.example/${date}/${at}`,
    };
  });
}
