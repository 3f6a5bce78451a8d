#!/usr/bin/env node
import { exitCodes } from './failure.ts';
import { main } from './run.ts';

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`variorum: this is a bug of ours, please report it\n${(error as Error).stack}\n`);
  process.exitCode = exitCodes.bug;
}
