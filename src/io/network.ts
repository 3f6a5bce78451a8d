import { readFile } from 'node:fs/promises';
import type { InferenceSession, Tensor } from 'onnxruntime-web';
import pLimit from 'p-limit';
import {
  type Network,
  type NetworkBatch,
  type NetworkScores,
  type NetworkTables,
  type Runtime,
  runtimes,
} from '../model/index.ts';

/** The parts of ONNX Runtime that both packages have. */
interface Library {
  readonly InferenceSession: {
    create(bytes: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: new (type: 'int32', data: Int32Array, dims: readonly number[]) => Tensor;
}

const modelFolder = new URL('../../models/reader-en/', import.meta.url);

/** One thread a session: documents are what is read side by side. */
const sessionOptions: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
};

/** The WebAssembly library keeps what a call needs on one stack across waits: a second call before the first is done breaks both. */
const oneCall = pLimit(1);

type WebLibrary = typeof import('onnxruntime-web/wasm');

// In a package its copy lies beside the library, in a checkout it is a development dependency.
const shippedLibrary = new URL('../onnxruntime/ort.wasm.min.mjs', import.meta.url);

function loadWebLibrary(): Promise<WebLibrary> {
  return import.meta.url.endsWith('.ts') ? import('onnxruntime-web/wasm') : import(shippedLibrary.href);
}

async function loadLibrary(runtime: Runtime): Promise<Library> {
  if (runtime === 'native') return (await import('onnxruntime-node')) as unknown as Library;
  const library = await loadWebLibrary();
  library.env.wasm.numThreads = 1;
  return library as unknown as Library;
}

/** Find what can compute the network on this machine, the fastest first; undefined where nothing can. */
export async function findRuntime(candidates: readonly Runtime[] = runtimes): Promise<Runtime | undefined> {
  for (const runtime of candidates) {
    try {
      await loadLibrary(runtime);
      return runtime;
    } catch {
      // Whatever keeps a library from loading, the next one may load.
    }
  }
  return undefined;
}

/** Read what the network's numbers mean. Throws where the package is incomplete. */
export async function loadTables(): Promise<NetworkTables> {
  const [vocabulary, pieces, labels, coreference] = await Promise.all(
    ['vocab', 'pieces', 'labels', 'coreference'].map(async (name) =>
      JSON.parse(await readFile(new URL(`${name}.json`, modelFolder), 'utf8')),
    ),
  );
  return { vocabulary, pieces, labels, coreference };
}

/** Open the trained reader's network. Throws where its weights are missing or the runtime cannot open them. */
export async function openNetwork(runtime: Runtime): Promise<Network> {
  const { InferenceSession, Tensor } = await loadLibrary(runtime);
  const weights = await readFile(new URL('reader.onnx', modelFolder));
  const session = await InferenceSession.create(weights, {
    ...sessionOptions,
    executionProviders: [runtime === 'native' ? 'cpu' : 'wasm'],
  });
  return {
    run: async (batch) => {
      const call = async () => scoresOf(await session.run(feedsOf(batch, Tensor)));
      return runtime === 'wasm' ? oneCall(call) : call();
    },
  };
}

function feedsOf(batch: NetworkBatch, TensorOf: Library['Tensor']): Record<string, Tensor> {
  const { sentences, pieces, words, ids, shapes, mask, starts } = batch;
  return {
    ids: new TensorOf('int32', ids, [sentences, pieces]),
    shapes: new TensorOf('int32', shapes, [sentences, pieces]),
    mask: new TensorOf('int32', mask, [sentences, pieces]),
    starts: new TensorOf('int32', starts, [sentences, words]),
  };
}

function scoresOf(found: Readonly<Record<string, Tensor>>): NetworkScores {
  const floats = (name: string): Float32Array => found[name]?.data as Float32Array;
  const choices = (name: string): Int32Array => found[name]?.data as Int32Array;
  return {
    upos: floats('upos'),
    types: floats('types'),
    names: floats('names'),
    relations: floats('relations'),
    xpos: choices('xpos'),
    lemma: choices('lemma'),
    arcs: floats('arcs'),
    first: floats('first'),
    last: floats('last'),
    spots: found.spots?.data as Float32Array | undefined,
    coreference: floats('coreference'),
  };
}
