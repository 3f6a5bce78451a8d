import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { CountAttribute } from '../../../src/model/index.ts';
import { mayDo, type Role } from '../../../src/service/people/role.ts';
import { AccessView } from './access.tsx';
import { AdjudicateView } from './adjudicate.tsx';
import { AgreementView } from './agreement.tsx';
import type { Session } from './api.ts';
import { BlindView } from './blind.tsx';
import { EditionsView } from './editions.tsx';
import { FrontView } from './front.tsx';
import { HelpView } from './help.tsx';
import { IncidentsView } from './incidents.tsx';
import { useActions } from './keys.ts';
import { useLive } from './live.ts';
import { LogView } from './log.tsx';
import { MapView } from './map.tsx';
import { PeopleView } from './people.tsx';
import { QueueView } from './queue.tsx';
import { RecordView } from './record.tsx';
import { ReportsView } from './reports.tsx';
import { goTo, usePlace } from './route.ts';
import { SettingsView } from './settings.tsx';
import { TimelineView } from './timeline.tsx';
import { VersionsView } from './versions.tsx';

const SessionContext = createContext<Session | undefined>(undefined);

/** Who works here. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('no session');
  return session;
}

/** Tell whether whoever works here may do what a role may; what they may not is not offered. */
export function useMay(role: Role): boolean {
  return mayDo(useSession().person.role, role);
}

interface View {
  readonly path: RegExp;
  readonly title: string;
  readonly show: (parts: readonly string[]) => preact.JSX.Element;
}

/** The views by their addresses; those with a name stand in the head of the page. */
const views: readonly View[] = [
  { path: /^\/$/, title: 'What moved', show: () => <FrontView /> },
  { path: /^\/incidents$/, title: 'Incidents', show: () => <IncidentsView /> },
  { path: /^\/incidents\/([^/]+)$/, title: 'Record', show: ([id = '']) => <RecordView key={id} incident={id} /> },
  { path: /^\/queue$/, title: 'Queue', show: () => <QueueView /> },
  { path: /^\/reports$/, title: 'Reports', show: () => <ReportsView /> },
  { path: /^\/reports\/([^/]+)$/, title: 'Versions', show: ([id = '']) => <VersionsView key={id} article={id} /> },
  { path: /^\/editions$/, title: 'Editions', show: () => <EditionsView /> },
  { path: /^\/agreement$/, title: 'Agreement', show: () => <AgreementView /> },
  { path: /^\/code\/([^/]+)$/, title: 'Blind coding', show: ([id = '']) => <BlindView key={id} incident={id} /> },
  {
    path: /^\/adjudicate\/([^/]+)\/([^/]+)$/,
    title: 'Adjudication',
    show: ([id = '', name = '']) => <AdjudicateView incident={id} attribute={name as CountAttribute} />,
  },
  { path: /^\/map$/, title: 'Map', show: () => <MapView /> },
  { path: /^\/timeline$/, title: 'Timeline', show: () => <TimelineView /> },
  { path: /^\/settings$/, title: 'Settings', show: () => <SettingsView /> },
  { path: /^\/log$/, title: 'Log', show: () => <LogView /> },
  { path: /^\/people$/, title: 'People', show: () => <PeopleView /> },
  { path: /^\/access$/, title: 'Access', show: () => <AccessView /> },
  { path: /^\/help$/, title: 'Keys', show: () => <HelpView /> },
];

const named: readonly (readonly [path: string, words: string, role?: Role])[] = [
  ['/', 'front'],
  ['/queue', 'queue', 'coder'],
  ['/incidents', 'incidents'],
  ['/reports', 'reports'],
  ['/agreement', 'agreement', 'coder'],
  ['/editions', 'editions'],
  ['/log', 'log'],
  ['/map', 'map'],
  ['/timeline', 'timeline'],
  ['/people', 'people', 'admin'],
  ['/access', 'access', 'admin'],
  ['/settings', 'settings'],
  ['/help', 'keys'],
];

/** The page around every view: a line at the head, the view, a line that says what was done. */
export function Shell({ session }: { readonly session: Session }) {
  const { pathname } = usePlace();
  const view = views.find(({ path }) => path.test(pathname));
  const parts = view?.path.exec(pathname)?.slice(1).map(decodeURIComponent) ?? [];
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = `${view?.title ?? 'Not found'} · ${session.name}`;
    // A new view is begun at its head, as a new page is.
    if (!isFirst.current) document.getElementById('view')?.focus({ preventScroll: true });
    isFirst.current = false;
    // On a phone the views stand in a row wider than the screen.
    document.querySelector('.room-head [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  const mayDecide = mayDo(session.person.role, 'coder');
  useActions({
    help: () => goTo('/help'),
    search: () => goTo('/incidents?find'),
    ...(mayDecide ? { queue: () => goTo('/queue?next') } : {}),
  });
  return (
    <SessionContext.Provider value={session}>
      <a class="skip" href="#view">
        To the view
      </a>
      <Head session={session} pathname={pathname} />
      <div id="view" tabIndex={-1}>
        {view === undefined ? <p class="waiting">There is nothing at this address.</p> : view.show(parts)}
      </div>
      <Notice />
    </SessionContext.Provider>
  );
}

function Head({ session, pathname }: { readonly session: Session; readonly pathname: string }) {
  const isLive = useLive();
  const shown = named.filter(([, , role]) => role === undefined || mayDo(session.person.role, role));
  return (
    <header class="room-head">
      <a class="name" href="/">
        {session.name}
      </a>
      <nav aria-label="Views">
        <ul>
          {shown.map(([path, words]) => (
            <li>
              <a href={path} {...(path === pathname ? { 'aria-current': 'page' as const } : {})}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="who">
        {session.person.name} <span class={isLive ? 'live' : 'live off'}>{isLive ? 'live' : 'not connected'}</span>
        {session.isTeam ? <SignOut csrf={session.csrf} /> : null}
      </div>
    </header>
  );
}

/** It is a form, so that it leaves the page behind. */
function SignOut({ csrf }: { readonly csrf: string }) {
  return (
    <form class="sign-out" method="post" action="/sign-out">
      <input type="hidden" name="csrf" value={csrf} />
      <button type="submit" class="plain">
        sign out
      </button>
    </form>
  );
}

let tell: (words: string) => void = () => undefined;

/** Say at the foot of the page what was done, for some seconds. */
export function say(words: string): void {
  tell(words);
}

const shownMs = 9000;

function Notice() {
  const [words, setWords] = useState('');
  tell = setWords;
  useEffect(() => {
    if (words === '') return undefined;
    const timer = setTimeout(() => setWords(''), shownMs);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="notice" role="status">
      {words}
    </p>
  );
}
