import { inside, type Reading, readObject } from "../../codegen/define/read_object.ts";
import { settings as readOne, type SettingsInput } from "../../codegen/define/settings.ts";
import type { Settings } from "../../codegen/define/types.ts";
import { adopt } from "./adopt.ts";
import { readList, refuseDoubles } from "./read_list.ts";
import { readName } from "./read_name.ts";

/** Settings of an experiment. */
export interface PlannedSettings {
  /** Their name, where there are several. */
  readonly name: string | undefined;
  /** As written. */
  readonly input: SettingsInput;
  readonly settings: Settings;
}

/** The settings under which everything is run: one, or a list of those that have names. */
export function readAllSettings(value: unknown, reading: Reading): readonly PlannedSettings[] {
  if (!Array.isArray(value)) {
    return [{ name: undefined, ...planned((value ?? {}) as SettingsInput, reading) }];
  }
  const read = readList(value, reading, "settings").flatMap((item, index): PlannedSettings[] => {
    const place = inside(reading, index);
    const fields = readObject(item, place);
    if (fields === undefined) return [];
    const { name: written, ...input } = Object.fromEntries(fields);
    const name = readName(written, inside(place, "name"));
    return [{ name, ...planned(input, place) }];
  });
  refuseDoubles(read.flatMap(({ name }) => name || []), reading);
  return read;
}

/** The settings, or the defaults where they cannot be used, which is noted: what else is wrong can then still be found. */
function planned(input: SettingsInput, reading: Reading): Omit<PlannedSettings, "name"> {
  const settings = adopt(reading, () => readOne(input));
  return settings === undefined ? { input: {}, settings: readOne() } : { input, settings };
}
