import { assertEquals, assertRejects } from "@std/assert";
import { writeTogether } from "../scripts/command/write_together.ts";
import { directoryOf, namesIn } from "./script_run.ts";

function* failing(): Generator<string> {
  yield "half";
  throw new TypeError("no more");
}

Deno.test("writeTogether() leaves nothing where a file fails half-way, in a new directory or an old one", async () => {
  using directory = await directoryOf({ "a.txt": "old" });
  for (const out of [directory.path, `${directory.path}/new`]) {
    await assertRejects(
      () =>
        writeTogether(out, async (write) => {
          await write("a.txt", ["new"]);
          await write("b.txt", failing());
        }),
      TypeError,
      "no more",
    );
    assertEquals(await namesIn(directory.path), ["a.txt"]);
    assertEquals(await Deno.readTextFile(`${directory.path}/a.txt`), "old");
  }
});

Deno.test("writeTogether() makes directories and shows a new one only when it is complete", async () => {
  using directory = await directoryOf({});
  const out = `${directory.path}/deep/out`;
  await writeTogether(out, async (write) => {
    await write("a.txt", ["é", new Uint8Array([10])]);
    await assertRejects(() => Deno.stat(out), Deno.errors.NotFound);
  });
  assertEquals(await namesIn(out), ["a.txt"]);
  assertEquals(await namesIn(`${directory.path}/deep`), ["out"]);
  assertEquals(await Deno.readTextFile(`${out}/a.txt`), "é\n");
});

Deno.test({
  name: "writeTogether() leaves nothing at Ctrl-C and ends with 130",
  // There a process cannot send itself this signal.
  ignore: Deno.build.os === "windows",
  async fn(): Promise<void> {
    using directory = await directoryOf({ "a.txt": "old" });
    const module = new URL("../scripts/command/write_together.ts", import.meta.url).href;
    const program = `import { writeTogether } from "${module}";
      await writeTogether("${directory.path}", async (write) => {
        await write("a.txt", ["new"]);
        Deno.kill(Deno.pid, "SIGINT");
        await write("b.txt", function* () { for (;;) yield "x"; }());
      });`;
    const { code } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", "-A", `data:text/javascript,${encodeURIComponent(program)}`],
    }).output();
    assertEquals(code, 130);
    assertEquals(await namesIn(directory.path), ["a.txt"]);
    assertEquals(await Deno.readTextFile(`${directory.path}/a.txt`), "old");
  },
});
