/** A request that may be repeated under its key, and what was answered. */
export interface RequestKeyRow {
  readonly who: string;
  readonly key: string;
  /** Hash of what was asked. */
  readonly fingerprint: string;
  /** 0 until it is answered. */
  readonly status: number;
  /** JSON. */
  readonly answer: string;
  readonly at: string;
}

/** Whom to tell of figures that moved. */
export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  /** Signs what is sent; kept as it is, since signing needs it. */
  readonly secret: string;
  readonly who: string;
  readonly at: string;
  /** Since when nothing is sent any more. */
  readonly stopped: string | null;
}

/** The telling of one event of the log to one webhook. */
export interface DeliveryRow {
  readonly id: string;
  readonly webhook: string;
  /** The event whose moves are told. */
  readonly seq: number;
  readonly state: 'waiting' | 'sent' | 'dead';
  readonly attempts: number;
  readonly next_at: string;
  /** What the last attempt came to. */
  readonly outcome: string;
  readonly at: string;
}

/** Tables of what programs need. */
export interface ApiTables {
  request_key: RequestKeyRow;
  webhook: WebhookRow;
  delivery: DeliveryRow;
}
