/** A Worker that starts one command after the other until it is ended, and says when it begins. */
const scope = globalThis as unknown as { postMessage(news: string): void };
scope.postMessage("started");
const command = new Deno.Command(Deno.execPath(), { args: ["--version"], stdout: "null" });
for (;;) await command.output();
