/** How to fetch. None of these settings changes how the fetched bytes are read. */
export interface FetchOptions {
  /** Nothing is fetched unless this is true. */
  readonly allowed: boolean;
  /** Allow addresses of private networks and of this machine. */
  readonly privateAddresses: boolean;
  /** Hosts allowed to lie in a private network even where `privateAddresses` is false; as written in addresses, without a port. */
  readonly privateHosts: readonly string[];
  /** Least time between two requests to one host; a longer `Crawl-delay` in its robots.txt takes its place. */
  readonly secondsBetweenRequests: number;
  /** Most time for one request, from the first byte sent to the last received. */
  readonly maxSeconds: number;
  /** Longest wait a host may ask for (Retry-After, Crawl-delay); a host that asks for longer is not fetched from. */
  readonly maxWaitSeconds: number;
  /** Largest answer accepted, after unpacking. */
  readonly maxMegabytes: number;
  readonly maxRedirects: number;
  /** Hosts asked at the same time. */
  readonly maxHosts: number;
  /** Pages of one feed or sitemap that are fetched in one run, the newest first. */
  readonly maxPagesPerFeed: number;
  /** Web or mail address where a host can reach the person who runs this; sent in the User-Agent. */
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
