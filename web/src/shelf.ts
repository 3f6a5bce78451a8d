/** The pane of texts beside the record, one shown at a time; on a narrow screen it covers the record. */
export class Shelf {
  readonly #pane = document.getElementById('texts');
  readonly #texts = [...document.querySelectorAll<HTMLElement>('#texts > article')];
  readonly #choice = document.createElement('select');
  readonly #narrow = matchMedia('(max-width: 1099px)');
  onChoose: (siglum: string) => void = () => {};
  onClose: () => void = () => {};

  constructor() {
    const bar = this.#pane?.querySelector('.bar');
    bar?.querySelector('h2')?.after(this.#controls());
    for (const text of this.#texts) {
      // The browser's find-in-page also searches hidden texts (`until-found`) and sends this event to the one with a match.
      text.addEventListener('beforematch', () => this.open(text.dataset.x ?? ''));
    }
    const first = document.querySelector<HTMLElement>('[data-first]')?.dataset.first;
    this.open(first ?? this.#texts[0]?.dataset.x ?? '');
    this.#narrow.addEventListener('change', () => this.raise(false));
  }

  #controls(): HTMLElement {
    const box = document.createElement('div');
    box.className = 'controls';
    for (const text of this.#texts) {
      const option = document.createElement('option');
      option.value = text.dataset.x ?? '';
      option.textContent = `${option.value} · ${text.dataset.cite ?? ''}`;
      this.#choice.append(option);
    }
    this.#choice.setAttribute('aria-label', 'Text shown');
    this.#choice.addEventListener('change', () => this.onChoose(this.#choice.value));
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.textContent = 'Back to the record';
    close.addEventListener('click', () => this.onClose());
    box.append(this.#choice, close);
    return box;
  }

  /** True while the pane covers the record. */
  get isOver(): boolean {
    return this.#narrow.matches && this.#pane?.classList.contains('raised') === true;
  }

  /** Show one text and hide the others, in a way that find-in-page still searches them. */
  open(siglum: string): void {
    if (!this.#texts.some((text) => text.dataset.x === siglum)) return;
    for (const text of this.#texts) {
      if (text.dataset.x === siglum) text.removeAttribute('hidden');
      else text.setAttribute('hidden', 'until-found');
    }
    this.#choice.value = siglum;
  }

  /** On a narrow screen, let the pane cover the record, or remove it. */
  raise(up: boolean): void {
    this.#pane?.classList.toggle('raised', up);
    document.querySelector('main')?.toggleAttribute('inert', up && this.#narrow.matches);
  }

  /** Show above the text which reading the highlighted words state, and at which characters. */
  tell(line: HTMLElement | null): void {
    const told = this.#pane?.querySelector('.told');
    if (!told) return;
    const name = line?.closest('[data-a]')?.querySelector('.self')?.textContent ?? '';
    told.textContent =
      line === null
        ? ''
        : `${name}${name === '' ? '' : ': '}${line.dataset.v ?? ''} · characters ${line.dataset.o ?? ''}`;
  }

  /** Scroll highlighted words into view. */
  scrollTo(piece: HTMLElement, focus: boolean): void {
    for (let at = piece.closest('details'); at !== null; at = at.parentElement?.closest('details') ?? null)
      at.open = true;
    const pane = this.#pane;
    if (pane === null || (this.#narrow.matches && !this.isOver)) return;
    const offset = piece.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3, behavior: 'instant' });
    if (focus) piece.focus({ preventScroll: true });
  }

  /** Highlight the words of a voice (a stretch of speech), found by the anchor before them. */
  point(anchor: HTMLElement): void {
    const start = anchor.id.split('-').at(-1) ?? '';
    const text = anchor.closest('article');
    const words = [...(text?.querySelectorAll<HTMLElement>(`[data-w~="${CSS.escape(start)}"]`) ?? [])];
    for (const piece of words) piece.classList.add('on');
    const [first] = words;
    if (first === undefined) return;
    if (first.tabIndex < 0) first.tabIndex = -1;
    this.scrollTo(first, true);
  }

  /** Move the focus to a whole text. */
  focus(siglum: string): void {
    const text = this.#texts.find((each) => each.dataset.x === siglum);
    this.#pane?.scrollTo({ top: 0, behavior: 'instant' });
    text?.focus({ preventScroll: true });
  }
}
