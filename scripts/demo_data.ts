const vega = "npm:vega-datasets@3.2.1";

/**
 * Where the demonstration data are: daily bars of the S&P 500 from 2000-01-03 to 2020-04-17, as published with
 * `vega-datasets`. There are 5,105 bars below the header; the last line has no line feed, so that counting line feeds
 * (`wc -l`) finds one less. The package (18 MB) is fetched at the first call and kept in Deno's cache. Reading the file
 * needs permission to read that cache, `--allow-read` or `--allow-read=$DENO_DIR/npm`.
 *
 * @returns URL of the CSV file.
 */
export async function sp500Path(): Promise<URL> {
  // Its exports hide the data, and its place can be resolved only once it has been imported. The specifier is not a
  // literal because a literal one would be fetched whenever a program that can reach this file starts.
  await import(vega);
  return new URL("../data/sp500-2000.csv", import.meta.resolve(vega));
}

/**
 * Monthly closes of five shares from January 2000 to March 2010, of which one lists in August 2004, as published with
 * `vega-datasets`: columns `symbol,date,price`. Where and how they are kept is said at `sp500Path`.
 *
 * @returns URL of the CSV file.
 */
export async function stocksPath(): Promise<URL> {
  await import(vega);
  return new URL("../data/stocks.csv", import.meta.resolve(vega));
}
