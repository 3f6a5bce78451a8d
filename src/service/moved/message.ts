import { createHmac, randomBytes } from 'node:crypto';
import { hashContent } from '../../model/index.ts';

/** Name the telling of one event to one webhook: whoever gets it twice knows it by this. */
export function nameDelivery(webhook: string, seq: number): string {
  return `msg_${hashContent(`${webhook} ${seq}`).slice(0, 32)}`;
}

const secretBytes = 32;
const prefix = 'whsec_';

/** Make the secret of a webhook, as Standard Webhooks writes it. */
export function makeWebhookSecret(): string {
  return `${prefix}${randomBytes(secretBytes).toString('base64')}`;
}

/**
 * Sign a message as Standard Webhooks 1.0.0 says: HMAC-SHA256 over `id.timestamp.body`, the secret without its prefix being base64.
 *
 * `seconds` is since 1 January 1970.
 */
export function signMessage(
  secret: string,
  id: string,
  seconds: number,
  body: string,
): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
