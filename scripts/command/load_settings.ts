import { settings, type SettingsInput } from "../../codegen/define/settings.ts";
import type { Settings } from "../../codegen/define/types.ts";
import { inFile } from "./in_file.ts";
import { readJson } from "./read_json.ts";

/**
 * Loads run settings from a JSON file; the defaults without one.
 *
 * @throws {InputError} If it cannot be read or a setting cannot be used.
 */
export async function loadSettings(path: string | undefined): Promise<Settings> {
  if (path === undefined) return settings();
  const written = await readJson(path, "the settings");
  return inFile(path, () => settings(written as SettingsInput));
}
