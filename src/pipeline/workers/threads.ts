import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';

type ThreadOptions = NonNullable<ConstructorParameters<typeof Piscina>[0]>;

/** Start threads that run a module beside another: `./worker` beside `import.meta.url`, TypeScript in a checkout and JavaScript in what is installed. */
export function startThreads(module: string, beside: string, options: ThreadOptions): Piscina {
  const inSource = beside.endsWith('.ts');
  return new Piscina({
    ...options,
    filename: new URL(`${module}.${inSource ? 'ts' : 'js'}`, beside).href,
    ...(inSource ? { execArgv: [...sourceLoader()] } : {}),
  });
}

/** Node arguments that let a thread load the TypeScript of a checkout: under a test runner it would not know how to. */
function sourceLoader(): readonly string[] {
  const api = new URL('./index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api'))).href;
  return ['--import', `data:text/javascript,import { register } from ${JSON.stringify(api)}; register();`];
}
