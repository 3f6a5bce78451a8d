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

/** The parts of ONNX Runtime that its native and its WebAssembly package have in common. */
interface Library {
  readonly InferenceSession: {
    create(bytes: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: new (type: 'int32', data: Int32Array, dims: readonly number[]) => Tensor;
}

const modelFolder = new URL('../../models/reader-en/', import.meta.url);

/** One thread for each session: whole documents are read in parallel, so threads within one call would only compete. */
const sessionOptions: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
};

/** The WebAssembly library shares one stack among calls that are waiting: a second call before the first is done corrupts both. */
const oneCall = pLimit(1);

type WebLibrary = typeof import('onnxruntime-web/wasm');

// An installed package has its own copy beside the library; in a checkout it is a development dependency.
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

/** Find the runtime that can compute the network on this machine, the fastest first; undefined where there is none. */
export async function findRuntime(candidates: readonly Runtime[] = runtimes): Promise<Runtime | undefined> {
  for (const runtime of candidates) {
    try {
      await loadLibrary(runtime);
      return runtime;
    } catch {
      // Why a library does not load does not matter: the next one may.
    }
  }
  return undefined;
}

/** Read the tables that give the network's numbers their meaning (words, tags, relations). Throws where the package is incomplete. */
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
  const plain = session.outputNames.filter((name) => name !== 'spots');
  return {
    run: async (batch) => {
      const wanted = batch.judged ? session.outputNames : plain;
      const call = async () => scoresOf(await session.run(feedsOf(batch, Tensor), wanted));
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
