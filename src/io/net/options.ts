/** How to fetch; none of it changes what is said of the bytes that come. */
export interface FetchOptions {
  /** Nothing is fetched unless this is true. */
  readonly allowed: boolean;
  /** Fetch from addresses of private networks and of this machine too. */
  readonly privateAddresses: boolean;
  /** Hosts that may lie there even where others may not, as addresses name them, without a port. */
  readonly privateHosts: readonly string[];
  /** Least time between two requests to one host; a longer `Crawl-delay` of its robots.txt counts. */
  readonly secondsBetweenRequests: number;
  /** Most time one request may take from the first byte sent to the last received. */
  readonly maxSeconds: number;
  /** Most time a host may make us wait (Retry-After, Crawl-delay) before it is left alone. */
  readonly maxWaitSeconds: number;
  /** Largest answer, unpacked. */
  readonly maxMegabytes: number;
  readonly maxRedirects: number;
  /** Hosts asked at the same time. */
  readonly maxHosts: number;
  /** Pages of one feed or sitemap that are followed in one run, the newest first. */
  readonly maxPagesPerFeed: number;
  /** Address or mail address at which a host can reach whoever runs this; goes into the User-Agent. */
  readonly contact: string;
}

export const fetchDefaults: FetchOptions = {
  allowed: false,
  privateAddresses: false,
  privateHosts: [],
  secondsBetweenRequests: 2,
  maxSeconds: 60,
  maxWaitSeconds: 120,
  maxMegabytes: 16,
  maxRedirects: 5,
  maxHosts: 4,
  maxPagesPerFeed: 200,
  contact: '',
};
