/** Version of barjit, as in `deno.json`, which a program started by URL cannot read. */
export const version = "0.1.0";
