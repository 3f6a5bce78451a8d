import type { Incident, Voice } from '../../model/index.ts';
import { formatDay } from '../wording/dates.ts';
import { countOf } from '../wording/figures.ts';
import { upperFirst } from '../wording/labels.ts';
import { sayReason } from '../wording/reasons.ts';
import { ClaimList, quoteClass, Siglum } from './apparatus.tsx';
import { RecordRow } from './record.tsx';
import { Veiled } from './veil.tsx';
import { deepLink, hrefTo, keyOfReading, type PageView, spokenRowsOf } from './view.ts';

const voiceHeads = [
  ['claims', true, 'Claims of responsibility'],
  ['confirms', true, 'Confirmations of responsibility'],
  ['denies', true, 'Denials of responsibility'],
  ['claims', false, 'Claims'],
  ['confirms', false, 'Confirmations'],
  ['denies', false, 'Denials'],
  ['accuses', false, 'Accusations'],
  ['warns', false, 'Warnings'],
] as const;

const shownVoices = 6;

/** Print why it happened and who says so: reasons with their speakers, then claims, denials and warnings, as quoted. */
export function Reasons({
  view,
  incident,
  level,
}: {
  readonly view: PageView;
  readonly incident: Incident;
  readonly level: 3 | 4;
}) {
  const Heading = level === 3 ? 'h3' : 'h4';
  const voices = view.voicesOf.get(incident.id) ?? [];
  const plain = voices.filter(({ stance }) => stance === 'says');
  return (
    <>
      {incident.reasons.map((reason, index) => (
        <div class="row why-row" data-a="reason" id={`i-${incident.id}-reason-${index}`}>
          <Heading class="statement">{upperFirst(reason.summary)}</Heading>
          <div class="cell">
            <p class="why">{sayReason(view, reason)}</p>
            <ClaimList view={view} ids={reason.claims} home={keyOfReading(incident.id, 'reason', index)} />
          </div>
        </div>
      ))}
      {spokenRowsOf(incident).map(([name, record]) => (
        <RecordRow view={view} owner={incident.id} attribute={name} record={record} level={level} />
      ))}
      {voiceHeads.map(([stance, responsibility, title]) => {
        const own = voices.filter((voice) => voice.stance === stance && isOfDeed(voice) === responsibility);
        return <VoiceGroup view={view} title={title} voices={own} level={level} />;
      })}
      <VoiceGroup view={view} title="Others who speak" voices={plain} level={level} folded />
    </>
  );
}

/**
 * Tell whether a voice goes under a heading "… of responsibility"; accusations and warnings have one heading each, whatever
 * they concern.
 */
function isOfDeed({ stance, responsibility = false }: Voice): boolean {
  return responsibility && stance !== 'accuses' && stance !== 'warns';
}

interface VoiceGroupProps {
  readonly view: PageView;
  readonly title: string;
  readonly voices: readonly Voice[];
  readonly level: 3 | 4;
  readonly folded?: boolean;
}

function VoiceGroup({ view, title, voices, level, folded = false }: VoiceGroupProps) {
  if (voices.length === 0) return null;
  const Heading = level === 3 ? 'h3' : 'h4';
  const lines = voices.map((voice) => <VoiceLine view={view} voice={voice} />);
  const shown = folded ? 0 : shownVoices;
  return (
    <div class="row why-row">
      <Heading>{title}</Heading>
      <div class="cell">
        <ul class="claims">{lines.slice(0, shown)}</ul>
        {lines.length <= shown ? null : (
          <details class="more">
            <summary>{countOf(lines.length - shown, folded ? 'passage' : 'further passage')}</summary>
            <ul class="claims">{lines.slice(shown)}</ul>
          </details>
        )}
      </div>
    </div>
  );
}

function VoiceLine({ view, voice }: { readonly view: PageView; readonly voice: Voice }) {
  const witness = view.witnessOf.get(voice.article);
  if (witness === undefined) return null;
  return (
    <li class="claim" data-o={`${voice.start}–${voice.end}`}>
      <Siglum witness={witness} />
      <div>
        <a class={quoteClass(voice.quote)} href={hrefTo(anchorOfVoice(view, voice))}>
          <Veiled words={voice.quote} />
        </a>{' '}
        <span class="by">
          {[voice.speaker, voice.cue, witness.day === undefined ? 'undated' : formatDay(witness.day)]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </div>
    </li>
  );
}

/** Give the element id of a voice's words in its text: "v-A-120" for report A, position 120. */
function anchorOfVoice(view: PageView, voice: Voice): string {
  return `v-${view.witnessOf.get(voice.article)?.siglum ?? ''}-${voice.start}`;
}

/** Tell whether there is anything to print in the section of reasons and voices. */
export function hasReasons(view: PageView, incident: Incident): boolean {
  return (
    incident.reasons.length > 0 ||
    spokenRowsOf(incident).length > 0 ||
    (view.voicesOf.get(incident.id) ?? []).length > 0
  );
}

/** Print the actors named: their aliases, the incidents they are named with, and the apparatus of their attributes. */
export function Actors({ view }: { readonly view: PageView }) {
  const { actors, incidents } = view.edition;
  const titles = new Map(incidents.map((incident) => [incident.id, incident.title]));
  return (
    <>
      {actors.map((actor) => (
        <div class="actor" data-i={actor.id} id={`i-${actor.id}`}>
          <h3>{actor.name}</h3>
          {actor.aliases.length === 0 ? null : <p class="note">{`Also ${actor.aliases.join(', ')}.`}</p>}
          {actor.incidents.length === 0 ? null : (
            <p class="note">
              {'Named with: '}
              {actor.incidents.map((id, index) => (
                <>
                  {index === 0 ? '' : '; '}
                  <a href={deepLink(id)}>{titles.get(id) ?? id}</a>
                </>
              ))}
              .
            </p>
          )}
          {(['inception', 'affiliation', 'area', 'strength'] as const).map((name) => {
            const record = actor.attributes[name];
            return record === undefined ? null : (
              <RecordRow view={view} owner={actor.id} attribute={name} record={record} level={4} />
            );
          })}
        </div>
      ))}
    </>
  );
}
