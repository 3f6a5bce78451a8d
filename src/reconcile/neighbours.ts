import { defined, type Incident } from '../model/index.ts';

type Neighbours = Pick<Incident, 'possiblySame' | 'nearlySame' | 'toldTogether'>;

/** Keep, of the incidents that may be the same as one or stand beside it in a report, those that pass `isThere`. */
export function keepNeighbours(of: Neighbours, isThere: (incident: string) => boolean): Neighbours {
  const nearlySame = of.nearlySame?.filter(({ incident }) => isThere(incident));
  const toldTogether = of.toldTogether?.filter(({ incident }) => isThere(incident));
  return {
    possiblySame: of.possiblySame.filter(isThere),
    ...defined({ nearlySame, toldTogether }),
  };
}
