import { useEffect, useState } from 'preact/hooks';

/** Go to a view; the back button returns. */
export function goTo(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Put a view in the address without a step of the history. */
export function replaceWith(path: string): void {
  history.replaceState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** The view that is shown, and what its address asks. */
export function usePlace(): URL {
  const [place, setPlace] = useState(location.href);
  useEffect(() => {
    const look = (): void => setPlace(location.href);
    addEventListener('popstate', look);
    return () => removeEventListener('popstate', look);
  }, []);
  return new URL(place);
}

/** Follow links between views without loading the page again. */
export function followLinks(): void {
  addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="/"]') : null;
    if (link === null || link.hasAttribute('download') || link.target !== '' || link.dataset.page !== undefined) return;
    event.preventDefault();
    goTo(link.getAttribute('href') ?? '/');
    scrollTo(0, 0);
  });
}
