import { describe } from "./describe.ts";

/** Why a value is no time zone, with what to write instead; or nothing. `as` says what it is wanted for, `found` names it. */
export function refuseZone(
  value: unknown,
  { as = "", found = describe(value) }: { readonly as?: string; readonly found?: string } = {},
): { message: string; remedy: string } | undefined {
  try {
    if (typeof value === "string") {
      new Intl.DateTimeFormat("en", { timeZone: value });
      return undefined;
    }
  } catch {
    // An unknown zone is refused below, as any other wrong value is.
  }
  return {
    message: `Expected a time zone${as} but found ${found}`,
    remedy: 'write an IANA name in quotes, such as "America/New_York", or "UTC"',
  };
}
