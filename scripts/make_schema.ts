#!/usr/bin/env -S deno run --allow-write
/**
 * Writes `scripts/schema/result.schema.json`, the schema of `result.json`, from the lists that the program itself uses.
 *
 * @module
 */
import { resultSchema } from "./schema/result_schema.ts";

const text = JSON.stringify(resultSchema(), null, 2) + "\n";
await Deno.writeTextFile(new URL("schema/result.schema.json", import.meta.url), text);
