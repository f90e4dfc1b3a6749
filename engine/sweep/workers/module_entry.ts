/**
 * The entry of a Worker that brings what a module exports: it imports all, for it may not be able to import later.
 *
 * @param server Module whose `serveOwn` takes the default export.
 */
export function moduleEntry(module: URL, server: URL): URL {
  const arrive = new URL("./arrive.ts", import.meta.url);
  const text = `import ${JSON.stringify(arrive.href)};\n` +
    `import own from ${JSON.stringify(module.href)};\n` +
    `import { serveOwn } from ${JSON.stringify(server.href)};\nserveOwn(own);\n`;
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}
