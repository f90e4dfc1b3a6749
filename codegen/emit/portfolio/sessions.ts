import { type Code, js, name } from "../code.ts";
import { reasonCode } from "../fill.ts";
import type { Steps } from "../steps/context.ts";
import { emitWayOut } from "../steps/way_out.ts";
import { field } from "./access.ts";

/** Code for whether the local time of day is at or after the end of the session: that of the rules of the asset, or of what is held. */
export function isSessionOver(of: "rule" | "asset"): Code {
  const local = js`zones[${name(`${of}SessionZone`)}[a]][i]`;
  return js`${local} - Math.floor(${local} / 86400000) * 86400000 >= ${name(`${of}SessionAt`)}[a]`;
}

/** A session that the asset's bar before did not end is over at the first open of another date. */
export function emitNewDate(steps: Steps): Code {
  const date = (index: Code): Code => js`Math.floor(local[${index}] / 86400000)`;
  return js`if (${field("sessionAt")} !== Infinity) {
          const local = zones[${field("sessionZone")}];
          let last = i - 1;
          while (last > 0 && close[last * assets + a] !== close[last * assets + a]) last--;
          if (${date(js`i`)} !== ${date(js`last`)}) {
            ${emitWayOut({ base: js`op`, reason: js`${reasonCode("sessionEnd")}` }, steps)}
          }
        }`;
}

/** Out at the close of a bar at or after the end of the session. */
export function emitSessionEnd(steps: Steps): Code {
  const out = { base: js`cl`, reason: js`${reasonCode("sessionEnd")}`, atClose: true };
  return js`if (${isSessionOver("asset")}) {
          ${emitWayOut(out, steps)}
        }`;
}
