import { alignedTable } from "../../engine/stats/table.ts";
import type { Command, Flag, Flags } from "./flag.ts";

/** What a command does, how it is started, and its flags, as text. */
export function usage({ run, summary, argument, flags, list, notes }: Command<Flags>): string {
  const all = Object.entries(flags);
  const required = all.filter(([, flag]) => flag.kind === "text" && (flag.required || flag.unless));
  const first = argument === undefined ? [] : [argument];
  const call = [
    run,
    ...first,
    ...required.map(([name, flag]) => written(name, flag)),
    ...(all.length === 0 ? [] : ["[flags]"]),
  ].join(" ");
  const rows = [
    ...all.map(([name, flag]) => [`  ${written(name, flag)}`, explained(flag)]),
    ...(list === undefined ? [] : [["  --list", list.summary]]),
    ["  --help", "This text"],
  ];
  const sections = [summary, call, alignedTable(rows, "ll"), notes.join("\n")];
  return sections.filter((section) => section).join("\n\n");
}

function written(name: string, flag: Flag): string {
  if (flag.kind === "switch") return `--${name}`;
  return `--${name} ${flag.kind === "choice" ? flag.choices.join("|") : flag.value}`;
}

function explained(flag: Flag): string {
  if (flag.kind === "list") return `${flag.summary}; may be given more than once`;
  return flag.kind === "choice" && flag.default !== undefined
    ? `${flag.summary}; ${flag.default} where left out`
    : flag.summary;
}
