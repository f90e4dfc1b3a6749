/** The entry of a Worker that brings the strategy of a module: it imports all, for it may not be able to import later. */
export function moduleEntry(module: URL): URL {
  const own = (name: string): string => new URL(name, import.meta.url).href;
  const text = `import ${JSON.stringify(own("./arrive.ts"))};\n` +
    `import strategy from ${JSON.stringify(module.href)};\n` +
    `import { serve } from ${JSON.stringify(own("./serve.ts"))};\nserve(strategy);\n`;
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}
