import PostalMime from 'postal-mime';
import { defined } from '../../model/index.ts';
import { makeIssue } from '../draft.ts';
import { nameMember, type UnpackedItem, type UnpackLimits } from './limits.ts';

const encoder = new TextEncoder();

/**
 * Open a message (.eml) or a saved page (.mhtml): the page itself, or the message as an article with the sender's own headers,
 * and files attached to it.
 *
 * Issues: `ingest/broken-mail`.
 */
export async function openMail(
  bytes: Uint8Array,
  path: string | undefined,
  limits: UnpackLimits,
): Promise<readonly UnpackedItem[]> {
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: limits.maxNesting * 8 });
    const attached = mail.attachments.flatMap(({ filename, mimeType, content }, at): readonly UnpackedItem[] => {
      // Pictures, styles and scripts of a saved page are no reports.
      if (/^(?:image|audio|video|font)\/|css|javascript/i.test(mimeType)) return [];
      const data = typeof content === 'string' ? encoder.encode(content) : new Uint8Array(content);
      return data.length > limits.maxMemberBytes
        ? []
        : [{ bytes: data, ...nameMember(path, filename ?? `part-${at + 1}`) }];
    });
    const address = mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value;
    if (address !== undefined && mail.html !== undefined) {
      return [{ bytes: encoder.encode(mail.html), ...defined({ path }), url: address }];
    }
    const body = mail.html ?? mail.text;
    if (body === undefined || body.trim() === '') return attached;
    const article = { headline: mail.subject, published: mail.date, author: mail.from?.name, body };
    return [{ bytes: encoder.encode(JSON.stringify(article)), ...defined({ path }) }, ...attached];
  } catch {
    return [makeIssue('ingest/broken-mail', 'error', 'It begins like a message but cannot be taken apart.', path)];
  }
}
