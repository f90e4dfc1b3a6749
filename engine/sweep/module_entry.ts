/** The entry of a Worker that brings the strategy of a module: it imports both, for it may not be able to import later. */
export function moduleEntry(module: URL): URL {
  const serve = new URL("./serve.ts", import.meta.url).href;
  const text = `import strategy from ${JSON.stringify(module.href)};\n` +
    `import { serve } from ${JSON.stringify(serve)};\nserve(strategy);\n`;
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}
