#!/usr/bin/env -S deno run --allow-read
/**
 * Checks what holds for the repository as a whole: where text becomes code, which way imports point, that the library can
 * be imported by URL, and that files stay small. Prints every breach and exits with 1 if there is any.
 *
 * @module
 */

const root = new URL("../", import.meta.url);
const longest = { code: 250, any: 500 };

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** Every TypeScript file below a folder of the repository. */
async function sources(folder: string): Promise<Source[]> {
  const found: Source[] = [];
  try {
    for await (const entry of Deno.readDir(new URL(folder, root))) {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory) found.push(...await sources(`${path}/`));
      else if (entry.name.endsWith(".ts")) found.push(await source(path));
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return found;
}

async function source(path: string): Promise<Source> {
  const text = await Deno.readTextFile(new URL(path, root));
  const code = text.replace(/\/\*\*[\s\S]*?\*\//g, "");
  // Statements start a line and may span several; dynamic imports are calls.
  const pattern = /^(?:import\s+|(?:import|export)\b[^"'();=]*?\bfrom\s+)"([^"\n]+)"/gm;
  const dynamic = /\bimport\(\s*"([^"\n]+)"/g;
  const imports = [...code.matchAll(pattern), ...code.matchAll(dynamic)].map(([, found]) => found);
  return { path, text, imports };
}

/** `new Function` and its relatives stand in one file. */
function checkGeneration({ path, text }: Source): string[] {
  if (path === "codegen/load.ts" || path === "scripts/check_repo.ts" || path.startsWith("tests/")) {
    return [];
  }
  const code = text.replace(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  return /\bnew Function\b|\beval\(/.test(code)
    ? [`${path}: text becomes code in codegen/load.ts only`]
    : [];
}

/** The layers from the bottom; a file imports from its own layer and those below. */
const layers = ["codegen/", "engine/", "mod.ts", "scripts/"];

function layerOf(path: string): number {
  return layers.findIndex((layer) => path.startsWith(layer));
}

function checkImports(file: Source): string[] {
  const layer = layerOf(file.path);
  return file.imports.flatMap((specifier) => {
    if (!specifier.startsWith(".")) return checkSpecifier(file.path, specifier);
    const target = new URL(specifier, new URL(file.path, root)).href.slice(root.href.length);
    const above = layerOf(target);
    if (above < 0) return [`${file.path}: imports ${target}, which is no part of the library`];
    return above > layer ? [`${file.path}: imports upwards from ${target}`] : [];
  });
}

/** A module that is imported by URL has no import map: every specifier is relative or complete. */
function checkSpecifier(path: string, specifier: string): string[] {
  if (!/^(npm|node):/.test(specifier)) return [`${path}: bare specifier "${specifier}"`];
  if (path.startsWith("codegen/") && path !== "codegen/define/text.ts") {
    return [`${path}: codegen imports nothing outside itself but acorn, in define/text.ts`];
  }
  if (specifier.startsWith("npm:") && !/^npm:(@[^/]+\/)?[^@/]+@\d+\.\d+\.\d+/.test(specifier)) {
    return [`${path}: "${specifier}" has no exact version`];
  }
  return [];
}

/** One package has one version, in files and in deno.json. */
async function checkVersions(files: readonly Source[]): Promise<string[]> {
  const config = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
  const named = [
    ...Object.values(config.imports as Record<string, string>).map((to) => ["deno.json", to]),
    ...files.flatMap(({ path, text }) =>
      [...text.matchAll(/npm:(?:@[\w.-]+\/)?[\w.-]+@[\w.-]+/g)].map(([found]) => [path, found])
    ),
  ];
  const versions = new Map<string, string>();
  return named.flatMap(([path, specifier]) => {
    const [, name, version] = /^npm:((?:@[^/]+\/)?[^@/]+)@([^/]+)/.exec(specifier) ?? [];
    const before = versions.get(name) ?? version;
    versions.set(name, before);
    return before === version ? [] : [`${path}: ${name}@${version}, elsewhere @${before}`];
  });
}

function checkSize({ path, text }: Source): string[] {
  const lines = text.split("\n").length;
  const most = /^(codegen|engine|scripts)\//.test(path) ? longest.code : longest.any;
  return lines > most ? [`${path}: ${lines} lines, expected at most ${most}`] : [];
}

async function checkNoPackageJson(): Promise<string[]> {
  for await (const { name } of Deno.readDir(root)) {
    if (name === "package.json") {
      return ["package.json: switches Deno to another way of resolving npm"];
    }
  }
  return [];
}

/** Every script says in its first line with which permissions it runs. */
function checkFirstLine({ path, text }: Source): string[] {
  const program = /^scripts\/[^/]+\.ts$/.test(path) &&
    /\bDeno\.(args|exit)\b|import\.meta\.main/.test(text);
  if (!program || /^#!\/usr\/bin\/env -S deno run( --allow-[\w=,.-]+)*\n/.test(text)) return [];
  return [`${path}: expected a first line "#!/usr/bin/env -S deno run --allow-…"`];
}

const library = [
  ...await sources("codegen/"),
  ...await sources("engine/"),
  await source("mod.ts"),
  ...await sources("scripts/"),
];
const others = [...await sources("tests/"), ...await sources("bench/")];
const all = [...library, ...others];
const breaches = [
  ...library.flatMap(checkImports),
  ...all.flatMap(checkGeneration),
  ...all.flatMap(checkSize),
  ...library.flatMap(checkFirstLine),
  ...await checkVersions(all),
  ...await checkNoPackageJson(),
];
for (const breach of breaches) console.error(breach);
if (breaches.length > 0) Deno.exit(1);
console.log(`Repository checks: ${all.length} files, nothing wrong`);
