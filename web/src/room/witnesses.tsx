import { Siglum } from '../../../src/publish/html/apparatus.tsx';
import { type PageView, witnessesOfIncident } from '../../../src/publish/html/view.ts';

/** The reports that tell of a record. */
export function Witnesses({ view }: { readonly view: PageView }) {
  const [incident] = view.edition.incidents;
  const own = incident === undefined ? [] : witnessesOfIncident(view, incident);
  return (
    <p class="note">
      {own.length === 1 ? 'Report ' : 'Reports '}
      {own.map((witness) => (
        <>
          <Siglum witness={witness} />{' '}
        </>
      ))}
    </p>
  );
}
