import type { Context } from 'hono';
import type { Work } from '../../service/index.ts';

/** What is asked for takes longer: whoever asked is told of the job instead. */
export class Later extends Error {
  override readonly name = 'Later';
  readonly work: Work;

  constructor(work: Work) {
    super(work.id);
    this.work = work;
  }
}

/** How long whoever asks waits for a whole edition. */
interface Patience {
  /** Takes the job when it begins. */
  readonly begun: (work: Work) => void;
  /** Rejects with Later when it is time to tell of the job; never for what has none. */
  readonly late: Promise<never>;
  end(): void;
}

/** Wait some seconds for work that tells when it begins; without a number, for as long as it takes. */
export function watchWork(seconds: number | undefined): Patience {
  let tell: (error: Later) => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    tell = reject;
  });
  // It may come when nobody waits any more.
  late.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  return {
    late,
    begun: (work) => {
      if (seconds !== undefined) timer ??= setTimeout(() => tell(new Later(work)), seconds * 1000);
    },
    end: () => clearTimeout(timer),
  };
}

/** Tell whether whoever asks would rather be told of the job at once (RFC 7240). */
export function prefersJob(context: Context): boolean {
  return /(?:^|,)\s*respond-async\s*(?:[,;]|$)/i.test(context.req.header('prefer') ?? '');
}

/** Answer with the job, and where to look after it. */
export function sendJob(context: Context, work: Work): Response {
  const location = `/api/v1/jobs/${work.id}`;
  return context.json(work, 202, { location, 'retry-after': '5' });
}
