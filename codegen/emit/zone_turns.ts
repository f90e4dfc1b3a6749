import type { Node, Program } from "../program/program.ts";
import { type Code, join, js, lines } from "./code.ts";
import { before } from "./expression.ts";
import { stagesOf } from "./stages.ts";
import { valueAt } from "./zone_skip.ts";

const bits = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * The bars of a zone of 8 in which signals may be true.
 *
 * Signals that hang on the signs of differences are true only where one of these turns. The signs of all 8 bars are found
 * without a branch, and only bars with a turn are looked at.
 */
export function emitZoneBars(program: Program, body: Code): Code {
  const { gates } = stagesOf(program);
  const remembered = program.nodes.filter((node) => node.remembered);
  if (gates.length === 0 || !remembered.every((node) => gates.includes(node))) {
    return js`const zoneEnd = (i - from | 7) + 1 + from | 0;
      const near = zoneEnd < end ? zoneEnd : end;
      for (; i < near; i++) {
        ${body}
      }`;
  }
  return js`const zoneStart = i - (i - from & 7) | 0;
      const near = zoneStart + 8 < end ? zoneStart + 8 | 0 : end;
      let bars = 255 << i - zoneStart & 255 >> zoneStart + 8 - near;
      if (bars === 255) {
        // Bars on which the sign of a difference turns
        bars = 0;
        ${lines(gates.map((gate) => emitTurns(gate, program)))}
      }
      for (; bars !== 0; bars = bars & bars - 1) {
        i = zoneStart + 31 - Math.clz32(bars & -bars) | 0;
        ${body}
      }
      i = near;`;
}

/** Adds the bars on which a difference turns; all of the zone where one of the two is NaN or both are equal. */
function emitTurns(gate: Node, program: Program): Code {
  const sign = before(gate);
  const values = (input: number, word: Code): Code =>
    join(
      bits.map((bit) => js`${word}${bit} = ${valueAt(gate.inputs[input], program, bit)}`),
      js`, `,
    );
  const mask = (compare: Code): Code =>
    join(bits.map((bit) => js`(a${bit} ${compare} b${bit}) << ${bit}`), js` | `);
  return js`{
          const ${values(0, js`a`)};
          const ${values(1, js`b`)};
          const above = ${mask(js`>`)};
          const below = ${mask(js`<`)};
          const turns = (above ^ (above << 1 | (${sign} > 0))) & 255;
          bars |= (above | below) === 255 && ${sign} !== 0 ? turns : 255;
        }`;
}
