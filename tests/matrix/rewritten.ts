import type { OrderInput } from "../../codegen/define/orders.ts";
import { filterToJson, ruleToJson } from "../../codegen/define/parts_json.ts";
import type { RuleInput } from "../../codegen/define/rules.ts";
import type { SideInput } from "../../codegen/define/side.ts";
import type { SizeInput } from "../../codegen/define/sizes.ts";
import type { StrategyInput } from "../../codegen/define/strategy.ts";
import type { Gain, Rule, Side, Size, Strategy } from "../../codegen/define/types.ts";

/** A strategy as a definition of nodes, the way builders write one; without its lets. */
export function rewritten({ name, long, short, risk, size, filter }: Strategy): StrategyInput {
  return {
    name,
    ...(long === undefined ? {} : { long: sideOf(long) }),
    ...(short === undefined ? {} : { short: sideOf(short) }),
    risk: risk.map(ruleOf),
    size: sizeOf(size),
    ...(filter === undefined ? {} : { filter: filterToJson(filter) }),
  };
}

function sideOf({ entry, exitOrder, ...signals }: Side): SideInput {
  return {
    ...signals,
    ...(entry === undefined ? {} : { entry: entry as OrderInput }),
    ...(exitOrder === undefined ? {} : { exitOrder: exitOrder as OrderInput }),
  };
}

function ruleOf(rule: Rule): RuleInput {
  const gain = ({ form, value }: Gain): unknown => ({ [form]: value });
  switch (rule.type) {
    case "timeStop":
      return { timeStop: rule.bars };
    case "sessionEnd":
      return ruleToJson(rule, () => 0) as RuleInput;
    case "breakEven":
      return { breakEven: { after: gain(rule.after), offset: rule.offset } } as RuleInput;
    case "scaleOut": {
      const { form, parts } = rule;
      const written = parts.map(({ at, fraction }) => ({ at: { [form]: at }, fraction }));
      return { scaleOut: written } as unknown as RuleInput;
    }
    default: {
      const { type, form, value, after } = rule;
      const more = after === undefined ? {} : { after: gain(after) };
      return { [type]: { [form]: value, ...more } } as unknown as RuleInput;
    }
  }
}

function sizeOf({ type, ...fields }: Size): SizeInput {
  const content = "value" in fields ? fields.value : fields;
  return { [type]: content } as unknown as SizeInput;
}
