/** Read a web archive as far as claims, one record after the other, and print the id of each article with its number of claims. */
import { readEach } from '../../src/pipeline/index.ts';

const [path = '', workers = '2'] = process.argv.slice(2);
for await (const { readings } of readEach([path], { reader: 'fast', workers: Number(workers) })) {
  for (const { article, claims } of readings) process.stdout.write(`${article.id} ${claims.length}\n`);
}
