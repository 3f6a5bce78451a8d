import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
/** Every subpath that has types, with its declarations in `dist`; `npm test` builds them first. */
const entries = Object.entries(packageJson.exports).flatMap(([name, target]) =>
  typeof target === 'string' ? [] : [{ name, path: `${root}${target.types.slice(2)}` }],
);

const program = ts.createProgram(
  entries.map(({ path }) => path),
  {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    strict: true,
    exactOptionalPropertyTypes: true,
    types: [],
    noEmit: true,
  },
);
const checker = program.getTypeChecker();

function follow(symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function exportsOf(path: string): readonly ts.Symbol[] {
  const source = program.getSourceFile(path);
  const module = source && checker.getSymbolAtLocation(source);
  return module === undefined ? [] : checker.getExportsOfModule(module).map(follow);
}

/** List the types of ours that the declaration of a symbol names. */
function namedBy(symbol: ts.Symbol): readonly ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const walk = (node: ts.Node): void => {
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isExpressionWithTypeArguments(node)
        ? node.expression
        : undefined;
    const named = name && checker.getSymbolAtLocation(name);
    if (named !== undefined) found.push(follow(named));
    ts.forEachChild(node, walk);
  };
  for (const declaration of symbol.declarations ?? []) walk(declaration);
  return found.filter(
    ({ flags, declarations }) =>
      !(flags & ts.SymbolFlags.TypeParameter) &&
      declarations?.[0]?.getSourceFile().fileName.startsWith(`${root}dist/`) === true,
  );
}

/** Tell whether a symbol is a function, constant or class rather than a type alone. */
function isCallable({ flags }: ts.Symbol): boolean {
  return (flags & (ts.SymbolFlags.Value | ts.SymbolFlags.Class)) !== 0;
}

function findMissing(symbols: readonly ts.Symbol[], known: ReadonlySet<ts.Symbol>): readonly string[] {
  const missing = symbols.flatMap((symbol) =>
    namedBy(symbol)
      .filter((named) => !known.has(named))
      .map((named) => `${named.name}, named by ${symbol.name}`),
  );
  return [...new Set(missing)];
}

const model = exportsOf(`${root}dist/model/index.d.ts`);

describe('the declarations of the package', () => {
  it('are right by themselves, those of dependencies included', () => {
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
    expect(messages).toEqual([]);
  }, 60_000);

  it.each(entries)('$name exports the types its signatures name, or the model does', ({ path }) => {
    const own = exportsOf(path);
    expect(own.length).toBeGreaterThan(0);
    expect(findMissing(own.filter(isCallable), new Set([...own, ...model]))).toEqual([]);
  });

  it('name no type inside those of the library that cannot be imported from anywhere', () => {
    const all = new Set(entries.flatMap(({ path }) => exportsOf(path)));
    expect(findMissing(exportsOf(`${root}dist/index.d.ts`), all)).toEqual([]);
  });
});
