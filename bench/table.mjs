// The table of results: on the screen, as JSON, in BENCHMARKS.md.
import { readFileSync, writeFileSync } from "node:fs";

const HEADS = ["what", "target", "measured", "the other side", "ratio", "result"];

const FIRST = "<!-- table -->";
const LAST = "<!-- end of table -->";

/**
 * A row of the table. What could not be measured has no `pass`, and a note says why.
 *
 * @typedef {object} Row
 * @property {string} what what is measured
 * @property {string} target the most, or least, that it should be
 * @property {string} [measured] our side
 * @property {string} [other] the other side, from the same run
 * @property {string} [ratio] the one by the other
 * @property {boolean} [pass] whether the target is met
 * @property {string} [note] what else there is to say
 */

const result = (row) => (row.pass === undefined ? "not measured" : row.pass ? "pass" : "miss");

const cells = (row) => [row.what, row.target, row.measured ?? "", row.other ?? "", row.ratio ?? "", result(row)];

/** The table in columns, notes below it. */
export function asText(rows) {
  const lines = [HEADS, ...rows.map(cells)];
  const widths = HEADS.map((_, place) => Math.max(...lines.map((line) => line[place].length)));
  const padded = lines.map((line) => line.map((cell, place) => cell.padEnd(widths[place])).join("  ").trimEnd());
  const notes = rows.filter((row) => row.note).map((row) => `${row.what}: ${row.note}`);
  return [padded[0], widths.map((width) => "-".repeat(width)).join("  "), ...padded.slice(1), "", ...notes].join("\n");
}

/** The table as Markdown. */
export function asMarkdown(rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const notes = rows.filter((row) => row.note).map((row) => `- ${row.what}: ${row.note}`);
  return [line(HEADS), line(HEADS.map(() => "---")), ...rows.map((row) => line(cells(row))), "", ...notes].join("\n");
}

/** Puts the text between the marks that a file has for it. */
export function putInto(path, text) {
  const page = readFileSync(path, "utf8");
  const [from, to] = [page.indexOf(FIRST), page.indexOf(LAST)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for the table, between ${FIRST} and ${LAST}`);
  writeFileSync(path, `${page.slice(0, from + FIRST.length)}\n\n${text}\n\n${page.slice(to)}`);
}
