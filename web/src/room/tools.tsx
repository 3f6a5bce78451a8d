import {
  type Attribute,
  type AttributeReading,
  type Claim,
  type Edition,
  isCountAttribute,
  isCountRecord,
} from '../../../src/model/index.ts';
import type { RecordTools } from '../../../src/publish/html/view.ts';
import { findAccepted } from '../../../src/publish/wording/standing.ts';
import type { Act } from './acts.ts';

type Begin = (act: Act) => void;
type Accept = (attribute: Attribute, claims: readonly string[]) => Promise<void>;

/** What settles a line, and how that is said once it is done. */
const settling: ReadonlyMap<string, string> = new Map([
  ['accept', 'accepted'],
  ['override', 'set'],
  ['cannot-tell', 'left open'],
  ['re-date', 'set'],
  ['re-place', 'set'],
]);

/** Make what stands beside the lines of a record for a person to decide. */
export function makeTools(edition: Edition, id: string, begin: Begin, accept: Accept): RecordTools {
  return {
    row: (attribute) => (attribute === 'area' ? null : <RowTools {...{ edition, id, attribute, begin, accept }} />),
    reading: (attribute, reading) => {
      const own = edition.incidents[0]?.attributes[attribute as Attribute];
      const accepted = own === undefined ? undefined : findAccepted(own);
      return (
        <ReadingTools {...{ attribute: attribute as Attribute, reading, begin }} isAccepted={reading === accepted} />
      );
    },
    claim: (claim) => <ClaimTools claim={claim} begin={begin} />,
  };
}

interface RowProps {
  readonly edition: Edition;
  readonly id: string;
  readonly attribute: Attribute;
  readonly begin: Begin;
  readonly accept: Accept;
}

function RowTools({ edition, id, attribute, begin, accept }: RowProps) {
  const [incident] = edition.incidents;
  const record = incident?.attributes[attribute];
  const claims =
    attribute === 'date' ? incident?.date.claims : attribute === 'place' ? incident?.place.claims : undefined;
  const accepted = record === undefined ? claims : findAccepted(record)?.claims;
  const settled = (edition.decisions ?? []).filter(
    (one) =>
      one.incident === id &&
      one.status === 'applied' &&
      settling.has(one.action) &&
      (one.attribute === attribute ||
        (one.action === 're-date' && attribute === 'date') ||
        (one.action === 're-place' && attribute === 'place')),
  );
  const last = settled.at(-1);
  const isOpen = last === undefined && accepted !== undefined && accepted.length > 0;
  const isCount = isCountAttribute(attribute) && record !== undefined && isCountRecord(record);
  return (
    <p class="tools" data-settled={last === undefined ? undefined : ''} data-open={isOpen ? '' : undefined}>
      {last === undefined ? null : (
        <span class="decided">{`${settling.get(last.action) ?? 'settled'} by ${last.by}`}</span>
      )}
      {isOpen ? <Tool words="accept" hint="Enter" onPress={() => void accept(attribute, accepted)} /> : null}
      {isCount ? <Tool words="set" hint="o" onPress={() => begin({ action: 'override', attribute })} /> : null}
      {isCount ? (
        <Tool words="cannot tell" hint="e" onPress={() => begin({ action: 'cannot-tell', attribute })} />
      ) : null}
      {attribute === 'date' ? <Tool words="set" hint="d" onPress={() => begin({ action: 're-date' })} /> : null}
      {attribute === 'place' ? <Tool words="set" hint="p" onPress={() => begin({ action: 're-place' })} /> : null}
    </p>
  );
}

interface ReadingProps {
  readonly attribute: Attribute;
  readonly reading: AttributeReading;
  readonly isAccepted: boolean;
  readonly begin: Begin;
}

function ReadingTools({ attribute, reading, isAccepted, begin }: ReadingProps) {
  if (reading.difference === 'rejected') return null;
  const { claims } = reading;
  return (
    <span class="tools inline">
      {isAccepted ? null : <Tool words="accept" onPress={() => begin({ action: 'accept', attribute, claims })} />}
      <Tool words="reject" hint="x" onPress={() => begin({ action: 'reject', attribute, claims })} />
    </span>
  );
}

function ClaimTools({ claim, begin }: { readonly claim: Claim; readonly begin: Begin }) {
  const { id, attribute } = claim;
  return (
    <span class="tools inline" data-claim={id}>
      <Tool words="reject" hint="x" onPress={() => begin({ action: 'reject', attribute, claims: [id] })} />
      <Tool words="elsewhere" hint="w" onPress={() => begin({ action: 'move', attribute, claims: [id] })} />
    </span>
  );
}

function Tool({
  words,
  hint,
  onPress,
}: {
  readonly words: string;
  readonly hint?: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" class="plain" onClick={onPress}>
      {words}
      {hint === undefined ? null : <kbd>{hint}</kbd>}
    </button>
  );
}
