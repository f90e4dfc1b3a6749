import { didYouMean } from "../../codegen/define/problem.ts";
import { inside, type Reading, report } from "../../codegen/define/read_object.ts";
import type { Settings } from "../../codegen/define/types.ts";
import type { Panel } from "../data/panel.ts";
import type { PortfolioSettings } from "./settings.ts";

/** Reports what settings ask of a panel that it does not have: columns, volume, and ticks for all that slips by them. */
export function refuseForPanel(
  settings: PortfolioSettings,
  panel: Pick<Panel, "symbols" | "columns">,
  reading: Reading,
): void {
  refuseFunding(settings, panel, reading);
  refuseNoVolume(settings, panel, reading);
  refuseTicks(settings, panel.symbols, reading);
}

function refuseFunding(
  { financing: { funding } }: Settings,
  { columns }: Pick<Panel, "columns">,
  reading: Reading,
): void {
  if (funding === "" || columns.has(funding)) return;
  report(
    inside(inside(reading, "financing"), "funding"),
    `Expected a column of the panel but found ${JSON.stringify(funding)}`,
    didYouMean(funding, columns.keys()).remedy,
  );
}

function refuseNoVolume(
  { participation, assets }: PortfolioSettings,
  { columns }: Pick<Panel, "columns">,
  reading: Reading,
): void {
  const places: [number, Reading][] = [
    [participation, reading],
    ...Object.entries(assets).map(([symbol, own]): [number, Reading] => [
      own.participation ?? 0,
      inside(inside(reading, "assets"), symbol),
    ]),
  ];
  const limited = places.find(([share]) => share > 0);
  const volume = columns.get("volume");
  if (limited === undefined || volume?.length === 0 || volume?.some((units) => units > 0)) return;
  const [share, place] = limited;
  report(
    inside(place, "participation"),
    `Expected 0, as no bar of the panel has a volume, but found ${share}`,
    "nothing would ever fill",
  );
}

function refuseTicks(
  { tick, slippage, assets }: PortfolioSettings,
  symbols: readonly string[],
  reading: Reading,
): void {
  const remedy = "set tick to the smallest step of a price";
  const bare = symbols.filter((symbol) => {
    const own = assets[symbol];
    return (own?.slippage ?? slippage).ticks > 0 && (own?.tick ?? tick) === 0;
  });
  for (const symbol of bare) {
    const own = assets[symbol]?.slippage;
    if (own === undefined) continue;
    const place = inside(inside(inside(inside(reading, "assets"), symbol), "slippage"), "ticks");
    report(place, `Expected 0 without a tick but found ${own.ticks}`, remedy);
  }
  const first = bare.find((symbol) => assets[symbol]?.slippage === undefined);
  if (first === undefined) return;
  const place = inside(inside(reading, "slippage"), "ticks");
  report(place, `Expected 0, as ${first} has no tick, but found ${slippage.ticks}`, remedy);
}
