/**
 * Hand on what comes, until a signal aborts: then throw its reason at once, however long what is under way would take.
 *
 * The source is told to end in either case; whoever started what is under way ends or awaits it.
 */
export async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  if (signal === undefined) {
    yield* source;
    return;
  }
  const iterator = source[Symbol.asyncIterator]();
  // One listener for all steps: a promise that is raced against each of a million inputs would keep them all.
  let refuse: (reason: unknown) => void = () => undefined;
  const onAbort = (): void => refuse(signal.reason);
  signal.addEventListener('abort', onAbort);
  try {
    for (;;) {
      signal.throwIfAborted();
      const next = await new Promise<IteratorResult<T>>((resolve, reject) => {
        refuse = reject;
        iterator.next().then(resolve, reject);
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    const ending = iterator.return?.();
    if (signal.aborted) ending?.catch(() => undefined);
    else await ending;
  }
}
